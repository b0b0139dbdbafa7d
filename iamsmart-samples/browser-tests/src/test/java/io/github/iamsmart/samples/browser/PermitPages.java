package io.github.iamsmart.samples.browser;

import org.openqa.selenium.By;

/** What is typed into the form of the permit. */
final class PermitPages {

    private PermitPages() {}

    static void fillByHand(Visitor visitor) {
        visitor.set(By.id("englishName"), "SOMEBODY, By Hand");
        visitor.set(By.id("idNumber"), "a123456(3)");
        visitor.set(By.id("birthDate"), "1990-02-28");
        visitor.set(By.id("mobile"), "5000 0900");
        visitor.set(By.id("email"), "by.hand@example.com");
        visitor.set(By.id("address"), "1 Imaginary Road\nKowloon");
        describeTheStall(visitor);
    }

    static void describeTheStall(Visitor visitor) {
        visitor.choose(By.id("stall"), "12");
        visitor.set(By.id("goods"), "Paper kites");
    }
}

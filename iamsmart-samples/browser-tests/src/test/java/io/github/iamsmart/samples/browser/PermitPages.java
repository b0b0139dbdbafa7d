package io.github.iamsmart.samples.browser;

import org.openqa.selenium.By;

/** What is typed into the form of the permit. */
final class PermitPages {

    private PermitPages() {}

    static void fillByHand(Visitor visitor) {
        visitor.type(By.id("englishName"), "SOMEBODY, By Hand");
        visitor.type(By.id("idNumber"), "a123456(3)");
        visitor.set(By.id("birthDate"), "1990-02-28");
        visitor.type(By.id("mobile"), "5000 0900");
        visitor.type(By.id("email"), "by.hand@example.com");
        visitor.type(By.id("address"), "1 Imaginary Road\nKowloon");
        describeTheStall(visitor);
    }

    static void describeTheStall(Visitor visitor) {
        visitor.choose(By.id("stall"), "12");
        visitor.type(By.id("goods"), "Paper kites");
    }
}

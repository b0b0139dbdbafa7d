package io.github.iamsmart.samples.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody visits the site: at a computer with the phone beside it, unless the test takes the handset alone. */
@ExtendWith({ChromiumExtension.class, StageExtension.class})
abstract class VisitTest {

    Site site;
    Visitor visitor;

    private Visitor computer;
    private Visitor handset;

    @BeforeEach
    final void sitDownAtTheComputer(Stage stage) {
        site = stage.site();
        computer = stage.computer();
        handset = stage.handset();
        site.forgetCases();
        takeTheComputer();
    }

    final void takeTheComputer() {
        take(computer);
    }

    final void takeTheHandset() {
        take(handset);
    }

    private void take(Visitor next) {
        visitor = next;
        visitor.startAfresh();
    }
}

package io.github.iamsmart.samples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NuCheckerTest {

    @Test
    void findsWhatIsWrongAndNothingElse() {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><title>A page</title></head><body>%s</body></html>";

        assertThat(NuChecker.complaints(page.formatted("<p>One</p>"))).isEmpty();
        assertThat(NuChecker.complaints(page.formatted("<p role=\"status\"><div>One</p>")))
                .anyMatch(complaint -> complaint.contains("No “p” element in scope"));
    }
}

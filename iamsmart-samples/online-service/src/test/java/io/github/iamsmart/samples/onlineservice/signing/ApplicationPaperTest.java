package io.github.iamsmart.samples.onlineservice.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ApplicationPaperTest {

    private static final String LONG =
            "1 Imaginary Road, a very long name of a building that fills its line\n".repeat(6);

    @Test
    void withoutAFontForThemChineseCharactersBecomeQuestionMarks() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("紙鳶 kites"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("?? kites", "KSM-TEST", "English name");
        }
    }

    @Test
    void aLongAddressStaysOnTheOnePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(write(LONG))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).split("very long name", -1))
                    .hasSize(7);
        }
    }

    private static byte[] write(String value) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        SubmittedPermit permit = new SubmittedPermit(
                "KSM-TEST",
                "12",
                ZonedDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneId.of("Asia/Hong_Kong")),
                Optional.empty(),
                List.of(new SubmittedPermit.Part(
                        "permit.part.PERSON",
                        List.of(new SubmittedPermit.Row("permit.field.englishName", value, false)))));
        return new ApplicationPaper(messages, List.of("/no/such/font.ttf")).write(permit);
    }
}

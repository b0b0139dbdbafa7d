package io.github.iamsmart.samples.onlineservice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class MarketPaperTest {

    private static final String LONG =
            "1 Imaginary Road, a very long name of a building that fills its line\n".repeat(6);

    private PaperFiles files;

    @BeforeEach
    void openFolder() throws IOException {
        files = new PaperFiles();
    }

    @AfterEach
    void deleteFolder() throws IOException {
        files.destroy();
    }

    @Test
    void withoutAFontForThemChineseCharactersBecomeQuestionMarks() throws IOException {
        assertThat(text(paper().write(paperOf("1", "紙鳶 kites")))).contains("?? kites", "KSM-1", "English name");
    }

    @Test
    void aLongAddressStaysOnTheOnePage() throws IOException {
        Path pdf = paper().write(paperOf("1", LONG));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(pdf).split("very long name", -1)).hasSize(7);
    }

    @Test
    void eachOfManyPapersIsAPdfOfItsOwn() throws IOException {
        List<Path> pdfs = paper().write(List.of(paperOf("1", "kites"), paperOf("2", "lanterns"), paperOf("3", "fans")));

        assertThat(pdfs).doesNotHaveDuplicates().hasSize(3);
        assertThat(text(pdfs.get(1))).contains("KSM-2", "lanterns").doesNotContain("kites", "fans");
        try (PDDocument document = Loader.loadPDF(pdfs.get(2).toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).endsWith("KSM-3");
        }
    }

    private MarketPaper paper() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new MarketPaper(messages, List.of("/no/such/font.ttf"), files);
    }

    private static PaperText paperOf(String number, String value) {
        PaperText.Row row = new PaperText.Row("permit.field.englishName", value);
        return new PaperText(
                "permit.heading",
                "KSM-" + number,
                List.of(new PaperText.Row("permit.receipt.number", "KSM-" + number)),
                "12",
                List.of(new PaperText.Part("permit.part.PERSON", List.of(row))),
                "sign.paper.declaration");
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}

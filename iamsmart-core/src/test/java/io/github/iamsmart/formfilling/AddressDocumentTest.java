package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.address.AddressLanguage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDocumentTest {

    private static final byte[] PDF = SampleResult.PDF;
    private static final String BASE64 = Base64.getEncoder().encodeToString(PDF);

    @Test
    void readsTheFactsOfTheBill() {
        AddressDocument document = read(SampleResult.JSON).addressDocument().orElseThrow();

        assertThat(document.providerName(Language.EN_US)).contains("Example Power");
        assertThat(document.providerName(Language.ZH_HK)).contains("例子電力");
        assertThat(document.providerName(Language.ZH_CN)).contains("例子电力");
        assertThat(document.userName(Language.ZH_CN)).contains("申智能");
        assertThat(document.serviceAddress(Language.EN_US).orElseThrow().oneLine())
                .isEqualTo("Flat A1, 15/F, 12 Harbour Road, Wan Chai, Hong Kong");
        assertThat(document.serviceAddress(Language.ZH_HK).orElseThrow().language())
                .isEqualTo(AddressLanguage.CHINESE);
        assertThat(document.postalAddress(Language.ZH_CN).orElseThrow().lines()).containsExactly("郵政信箱24700號");
        assertThat(document.lastRetrieval()).contains(Instant.ofEpochMilli(1794000000000L));
    }

    @Test
    void fallsBackToTheNearestLanguage() {
        AddressDocument english = read("{\"addressDocInfo\":{\"enUserName\":\"SAN\"}}")
                .addressDocument()
                .orElseThrow();
        AddressDocument chinese = read("{\"addressDocInfo\":{\"tcUserName\":\"申\"}}")
                .addressDocument()
                .orElseThrow();

        assertThat(english.userName(Language.ZH_HK)).contains("SAN");
        assertThat(chinese.userName(Language.EN_US)).contains("申");
        assertThat(chinese.providerName(Language.EN_US)).isEmpty();
        assertThat(chinese.userNames()).containsOnlyKeys(Language.ZH_HK);
    }

    @Test
    void givesTheFileOfWhichTheHashIsRight() {
        AddressDocumentFile file = read(SampleResult.JSON).addressDocumentFile().orElseThrow();

        assertThat(file.hashCheck()).isEqualTo(HashCheck.MATCHES);
        assertThat(file.pdf()).isEqualTo(PDF).isSameAs(file.pdf()).isSameAs(file.uncheckedPdf());
        assertThat(file.size()).isEqualTo(PDF.length);
        assertThat(file.hash()).contains(SampleResult.sha256(PDF));
    }

    @Test
    void tellsTheDateOfTheBillInHongKong() {
        // 2026-11-01T00:00 in Hong Kong is still October in Europe.
        AddressDocumentFile file = file("\"billDate\":\"1793462400000\"");

        assertThat(file.billTime()).contains(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(file.billDate()).contains(LocalDate.of(2026, 11, 1));
    }

    @Test
    void acceptsAHashInCapitals() {
        String hash = SampleResult.sha256(PDF).toUpperCase(Locale.ROOT);

        assertThat(file("\"docHash\":\"" + hash + "\"").hashCheck()).isEqualTo(HashCheck.MATCHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "not a hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})
    void refusesAFileOfWhichTheHashIsWrong(String hash) {
        AddressDocumentFile file = file("\"docHash\":\"" + hash + "\"");

        assertThat(file.hashCheck()).isEqualTo(HashCheck.DIFFERS);
        assertThatThrownBy(file::pdf)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("docHash")
                .hasMessageNotContaining(hash);
        assertThat(file.uncheckedPdf()).isEqualTo(PDF);
    }

    @Test
    void saysThatNoHashCame() {
        AddressDocumentFile file = file("\"docHash\":null");

        assertThat(file.hashCheck()).isEqualTo(HashCheck.ABSENT);
        assertThat(file.hash()).isEmpty();
        assertThat(file.billDate()).isEmpty();
        assertThat(file.pdf()).isEqualTo(PDF);
    }

    @Test
    void decodesAFileWithEscapesAndLineBreaks() {
        byte[] pdf = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xfb, 1, 2};
        String escaped =
                Base64.getEncoder().encodeToString(pdf).replace("/", "\\/").replace("+", "\\u002b");
        String broken = escaped.substring(0, 8) + "\\r\\n" + escaped.substring(8);

        AddressDocumentFile file = read("{\"addressDocFile\":{\"docFile\":\"" + broken + "\",\"docHash\":\""
                        + SampleResult.sha256(pdf) + "\"}}")
                .addressDocumentFile()
                .orElseThrow();

        assertThat(file.pdf()).isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"!!!!\"", "\"AAA\\u0000\"", "\"A\"", "7", "{\"x\":1}", "[\"AAAA\"]"})
    void leavesOutAFileThatCannotBeDecodedAndKeepsItsText(String docFile) {
        UnverifiedFormData form =
                read("{\"addressDocFile\":{\"docFile\":" + docFile + ",\"docHash\":\"00\"},\"prefix\":\"MS\"}");

        assertThat(form.addressDocumentFile()).isEmpty();
        assertThat(form.prefix()).contains("MS");
        assertThat(form.unknown())
                .containsEntry("addressDocFile.docFile", docFile)
                .containsEntry("addressDocFile.docHash", "\"00\"");
    }

    @Test
    void makesNoNeedlessCopiesOfALargeFile() {
        byte[] pdf = new byte[5 * 1024 * 1024];
        new Random(5).nextBytes(pdf);
        byte[] json = ("{\"prefix\":\"MR\",\"addressDocFile\":{\"docHash\":\"" + SampleResult.sha256(pdf)
                        + "\",\"docFile\":\"" + Base64.getEncoder().encodeToString(pdf) + "\"},\"gender\":\"M\"}")
                .getBytes(StandardCharsets.US_ASCII);
        read(SampleResult.JSON).addressDocumentFile().orElseThrow().pdf(); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        AddressDocumentFile file = FormFillingResult.fromJson(json)
                .formData()
                .addressDocumentFile()
                .orElseThrow();
        HashCheck check = file.hashCheck();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(check).isEqualTo(HashCheck.MATCHES);
        assertThat(allocated).isBetween((long) pdf.length, pdf.length + 256L * 1024);
    }

    private static AddressDocumentFile file(String others) {
        return read("{\"addressDocFile\":{\"docFile\":\"" + BASE64 + "\"," + others + "}}")
                .addressDocumentFile()
                .orElseThrow();
    }

    private static UnverifiedFormData read(String json) {
        return FormFillingResult.fromJson(json.getBytes(StandardCharsets.UTF_8)).formData();
    }
}

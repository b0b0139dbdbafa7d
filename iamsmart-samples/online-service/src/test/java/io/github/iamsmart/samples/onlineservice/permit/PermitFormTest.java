package io.github.iamsmart.samples.onlineservice.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.permit.Entry.Origin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermitFormTest {

    private final PermitForm filled = PermitForm.EMPTY.filled(Results.of(Results.COMPLETE));

    @Test
    void knowsWhatIsVerifiedAndWhatIsNot() {
        assertThat(filled.get(Field.ENGLISH_NAME)).isEqualTo(new Entry("CHAN, Tai Man", Origin.VERIFIED));
        assertThat(filled.get(Field.CHINESE_NAME).origin()).isEqualTo(Origin.VERIFIED);
        assertThat(filled.get(Field.ID_NUMBER)).isEqualTo(new Entry("A123456(3)", Origin.VERIFIED));
        assertThat(filled.get(Field.BIRTH_DATE)).isEqualTo(new Entry("1985-04-17", Origin.VERIFIED));
        assertThat(filled.get(Field.MOBILE)).isEqualTo(new Entry("+85250000103", Origin.FROM_APP));
        assertThat(filled.get(Field.EMAIL).origin()).isEqualTo(Origin.FROM_APP);
        assertThat(filled.get(Field.ADDRESS)).isEqualTo(new Entry("1 Imaginary Road\nKowloon", Origin.FROM_APP));
        assertThat(filled.get(Field.STALL)).isEqualTo(Entry.EMPTY);
        assertThat(filled.identityVerified()).isTrue();
    }

    @Test
    void asksForOneAddressWhereBothAreTheSame() {
        assertThat(filled.get(Field.POSTAL_ADDRESS).isBlank()).isTrue();
    }

    @Test
    void aChineseNameIsVerifiedOnlyIfTheResultSaysSo() {
        PermitForm form = PermitForm.EMPTY.filled(
                Results.of("{\"chName\": {\"ChineseName\": \"陳大文\"}, \"chNameVerified\": \"N\"}"));

        assertThat(form.get(Field.CHINESE_NAME).origin()).isEqualTo(Origin.FROM_APP);
        assertThat(form.identityVerified()).isFalse();
    }

    @Test
    void keepsWhatWasTypedWhereTheResultHasNothing() {
        PermitForm typed = PermitForm.EMPTY.corrected(Map.of(Field.GOODS, "Kites", Field.EMAIL, "me@example.com"));

        PermitForm form = typed.filled(Results.of("{\"enName\": {\"UnstructuredName\": \"CHAN, Tai Man\"}}"));

        assertThat(form.get(Field.GOODS).text()).isEqualTo("Kites");
        assertThat(form.get(Field.EMAIL)).isEqualTo(new Entry("me@example.com", Origin.TYPED));
    }

    @Test
    void aCorrectionChangesWhatCameFromTheAppAndNotWhatIsVerified() {
        PermitForm form = filled.corrected(Map.of(
                Field.ENGLISH_NAME, "SOMEBODY, Else",
                Field.EMAIL, " new@example.com ",
                Field.ADDRESS, "1 Imaginary Road\r\nKowloon"));

        assertThat(form.get(Field.ENGLISH_NAME).text()).isEqualTo("CHAN, Tai Man");
        assertThat(form.get(Field.EMAIL)).isEqualTo(new Entry("new@example.com", Origin.TYPED));
        assertThat(form.get(Field.ADDRESS).origin())
                .as("the same lines, as a browser sends them")
                .isEqualTo(Origin.FROM_APP);
    }

    @Test
    void showsNothingOfAPerson() {
        assertThat(filled + " " + filled.get(Field.EMAIL)).doesNotContain("CHAN", "123456", "example.com", "Imaginary");
    }
}

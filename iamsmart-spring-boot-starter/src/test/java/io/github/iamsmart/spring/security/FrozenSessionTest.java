package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.ChineseName;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Gender;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Sessions that were stored by the first release are read by this one. A change that makes one of these fail ends the
 * sessions of every application that updates; {@code -Diamsmart.frozen=write} makes the files of a new type.
 */
class FrozenSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");

    private static IamSmartSignIn signIn() {
        AccessToken token = new AccessToken(
                "frozen-access-token",
                TokenisedId.of("frozen-tokenised-id"),
                AccountType.PLUS,
                new LinkedHashSet<>(List.of(Scope.AUTH, Scope.SIGN)),
                NOW,
                NOW.plusSeconds(14_400),
                null);
        return new IamSmartSignIn(token, Language.ZH_HK, true, NOW);
    }

    private static VerifiedProfile profile() {
        return new VerifiedProfile(
                Optional.of(Hkic.of("A123456(3)")),
                Optional.of(new EnglishName("CHAN, Tai Man")),
                Optional.of(new ChineseName("陳大文")),
                Optional.of("Y"),
                Optional.of(LocalDate.of(1990, 1, 2)),
                Optional.of(Year.of(1990)),
                Optional.of(Gender.MALE),
                Map.of("new", "\"member\""));
    }

    @Test
    void aSignInIsRead() throws Exception {
        IamSmartSignIn read = frozen("sign-in", signIn(), IamSmartSignIn.class);

        assertThat(read.tokenisedId().value()).isEqualTo("frozen-tokenised-id");
        assertThat(read.client()).isEqualTo("default");
        assertThat(read.accessToken().value()).isEqualTo("frozen-access-token");
        assertThat(read.scopes()).containsExactly(Scope.AUTH, Scope.SIGN);
        assertThat(read.language()).isEqualTo(Language.ZH_HK);
    }

    @Test
    void anAuthenticationIsRead() throws Exception {
        IamSmartAuthenticationToken before =
                IamSmartAuthenticationToken.of(signIn()).withProfile(profile());

        IamSmartAuthenticationToken read = frozen("authentication", before, IamSmartAuthenticationToken.class);

        assertThat(read).isEqualTo(before);
        assertThat(read.isAuthenticated()).isTrue();
        assertThat(read.getName()).isEqualTo("frozen-tokenised-id");
        assertThat(read.getPrincipal().profile()).contains(profile());
        assertThat(read.getPrincipal().accountType()).isEqualTo(AccountType.PLUS);
        assertThat(read.getAuthorities())
                .extracting(Object::toString)
                .containsExactly(
                        "IAMSMART",
                        "ACCOUNT_IAMSMART",
                        "ACCOUNT_IAMSMART_PLUS",
                        "SCOPE_eidapi_auth",
                        "SCOPE_eidapi_sign");
        assertThat(read.toString()).doesNotContain("frozen-tokenised-id", "CHAN", "陳", "A123456", "access-token");
    }

    static <T> T frozen(String name, Object now, Class<T> type) throws IOException, ClassNotFoundException {
        String file = name + ".ser";
        byte[] written = write(now);
        if ("write".equals(System.getProperty("iamsmart.frozen"))) {
            Files.write(Path.of("src/test/resources/io/github/iamsmart/spring/security", file), written);
        }
        try (InputStream stored =
                FrozenSessionTest.class.getResourceAsStream("/io/github/iamsmart/spring/security/" + file)) {
            assertThat(stored).as(file).isNotNull();
            read(written, type);
            return read(stored.readAllBytes(), type);
        }
    }

    private static byte[] write(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Class<T> type) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return type.cast(in.readObject());
        }
    }
}

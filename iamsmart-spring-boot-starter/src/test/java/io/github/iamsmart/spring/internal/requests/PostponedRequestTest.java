package io.github.iamsmart.spring.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.OwnRequest;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.TestSignIns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PostponedRequestTest {

    private static final UserRequest PROFILE = ProfileRequest.of(ProfileField.ENGLISH_NAME);

    private final MutableClock clock = new MutableClock();
    private final MockHttpServletRequest browser = new MockHttpServletRequest();

    private PostponedRequest postponed(UserRequest request, String againAt) {
        return PostponedRequest.of(
                request, "permit-17", "/done", againAt, Optional.of(TestSignIns.signIn("tokenised")), clock.instant());
    }

    static Stream<UserRequest> requests() {
        DocumentDigest digest = DocumentDigest.of(new byte[] {1});
        SigningDetails details =
                SigningDetails.builder().stepUp(StepUp.by(StepUp.Method.FACE)).build();
        return Stream.of(
                PROFILE,
                FormFillingRequest.builder().formFields(FormField.EMAIL_ADDRESS).build(),
                new HashSigningRequest(digest, details),
                new PdfSigningRequest(digest, details),
                BulkSigningRequest.builder()
                        .serviceName("Permits")
                        .requestName("Contracts")
                        .document(BulkDocument.hash("C-1", "Contract 1", digest))
                        .document(BulkDocument.pdf("C-2", "Contract 2", digest))
                        .build(),
                new ReauthenticationRequest(),
                OwnRequest.of(TestRequests.KIND, Map.of("cardNumber", "C100")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void survivesASessionStore(UserRequest request) throws IOException, ClassNotFoundException {
        PostponedRequest before = postponed(request, "/permits");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(before);
        }
        PostponedRequest read;
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (PostponedRequest) input.readObject();
        }

        read.keepIn(browser.getSession(), "default");
        assertThat(PostponedRequest.take(browser, "default", before.id(), clock.instant()))
                .hasValueSatisfying(taken -> {
                    assertThat(taken.request()).hasToString(request.toString());
                    assertThat(taken.request().scopes()).isEqualTo(request.scopes());
                    assertThat(taken.reference()).isEqualTo("permit-17");
                    assertThat(taken.goTo()).isEqualTo("/done");
                    assertThat(taken.againAt()).isEqualTo("/permits");
                    assertThat(taken.isOf(TestSignIns.signIn("tokenised"))).isTrue();
                    assertThat(taken.isOf(TestSignIns.signIn("another"))).isFalse();
                });
        assertThat(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(TestSignIns.VALUE, "tokenised");
    }

    @Test
    void isTakenOnce() {
        PostponedRequest one = postponed(PROFILE, "/permits");
        one.keepIn(browser.getSession(), "default");

        assertThat(PostponedRequest.take(browser, "default", "another", clock.instant()))
                .isEmpty();
        assertThat(PostponedRequest.take(browser, "default", null, clock.instant()))
                .isEmpty();
        assertThat(PostponedRequest.take(browser, "default", one.id(), clock.instant()))
                .hasValue(one);
        assertThat(PostponedRequest.take(browser, "default", one.id(), clock.instant()))
                .isEmpty();
    }

    @Test
    void endsWithItsTime() {
        PostponedRequest one = postponed(PROFILE, "/permits");
        one.keepIn(browser.getSession(), "default");
        clock.advance(Duration.ofMinutes(18));

        assertThat(PostponedRequest.take(browser, "default", one.id(), clock.instant()))
                .isEmpty();
        assertThat(scopes(one.continuePath("/iamsmart"))).isEmpty();
    }

    private Set<Scope> scopes(String returnTo) {
        return PostponedRequest.scopes(browser, TestRequests.endpoints(null), returnTo, clock.instant());
    }

    @Test
    void addsItsScopesToTheSignInThatLeadsBackToItAlone() {
        PostponedRequest one = postponed(PROFILE, "/permits?a=b&c=d");
        one.keepIn(browser.getSession(), "default");

        assertThat(scopes(one.continuePath("/iamsmart"))).isEqualTo(PROFILE.scopes());
        assertThat(scopes("/permits")).isEmpty();
        assertThat(PostponedRequest.scopes(browser, TestRequests.endpoints(null), null, clock.instant()))
                .isEmpty();
    }

    @Test
    void aNodeOfAnotherReleaseLeavesItAlone() {
        PostponedRequest newer = new PostponedRequest(
                2, "id", PROFILE, null, "/", "/", null, clock.instant().plusSeconds(60));
        newer.keepIn(browser.getSession(), "default");

        assertThat(PostponedRequest.take(browser, "default", "id", clock.instant()))
                .isEmpty();
    }

    @Test
    void leavesAPathOutThatWouldMakeTheAddressTooLong() {
        String path =
                postponed(PROFILE, "/" + "ä".repeat(100) + "x".repeat(800)).continuePath("/iamsmart");

        assertThat(path).startsWith("/iamsmart/requests/continue?id=").doesNotContain("againAt");
    }

    @Test
    void showsNothingOfTheUser() {
        assertThat(postponed(PROFILE, "/permits/chan-tai-man").toString())
                .doesNotContain("chan-tai-man", "tokenised", "permit-17");
    }
}

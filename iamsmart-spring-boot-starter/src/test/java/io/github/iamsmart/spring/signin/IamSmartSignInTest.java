package io.github.iamsmart.spring.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.spring.TestSignIns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class IamSmartSignInTest {

    private final IamSmartSignIn signIn = TestSignIns.signIn("tokenised-id-of-a-user");

    @Test
    void standsInTheSession() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(IamSmartSignIn.from(request)).isEmpty();
        assertThat(request.getSession(false)).isNull();

        signIn.attachTo(request.getSession());

        assertThat(IamSmartSignIn.from(request)).containsSame(signIn);
    }

    @Test
    void canBeForgottenAlone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        IamSmartSignIn.forget(request);
        assertThat(request.getSession(false)).as("no session is made for that").isNull();
        signIn.attachTo(request.getSession());
        request.getSession().setAttribute("basket", "full");

        IamSmartSignIn.forget(request);

        assertThat(IamSmartSignIn.from(request)).isEmpty();
        assertThat(request.getSession().getAttribute("basket")).isEqualTo("full");
    }

    @Test
    void survivesASessionStore() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(signIn);
        }
        IamSmartSignIn read;
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (IamSmartSignIn) input.readObject();
        }
        assertThat(read.tokenisedId()).isEqualTo(signIn.tokenisedId());
        assertThat(read.accountType()).isEqualTo(AccountType.PLUS);
        assertThat(read.scopes()).containsExactlyInAnyOrder(Scope.AUTH, Scope.SIGN);
        assertThat(read.signedInAt()).isEqualTo(signIn.signedInAt());
        assertThat(read.expiresAt()).isEqualTo(signIn.expiresAt());
        assertThat(read.language()).isEqualTo(Language.ZH_HK);
        assertThat(read.sameDevice()).isTrue();
        assertThat(read.accessToken().value()).isEqualTo(TestSignIns.VALUE);
    }

    @Test
    void showsNeitherTheTokenNorTheWholeTokenisedId() {
        assertThat(signIn.toString()).contains("tokeni…").doesNotContain(TestSignIns.VALUE, "tokenised-id");
        assertThat(new SignedInEvent(signIn).toString()).doesNotContain(TestSignIns.VALUE, "tokenised-id");
    }
}

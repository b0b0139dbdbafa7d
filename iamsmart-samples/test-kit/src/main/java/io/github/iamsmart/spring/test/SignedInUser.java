package io.github.iamsmart.spring.test;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.test.internal.security.SessionSecurity;
import io.github.iamsmart.spring.test.internal.security.TestSecurity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a request as a user who has signed in with iAM Smart: the session has an {@link IamSmartSignIn}, and where
 * Spring Security is on the class path, the request is authenticated with an {@code IamSmartAuthenticationToken}.
 * Immutable; each method returns another one.
 *
 * <p>The access token is {@linkplain AccessToken#madeUp made up}: whatever would send it to a gateway gets an exception
 * that says so.
 *
 * @see IamSmartRequestPostProcessors#iamSmartUser()
 */
public final class SignedInUser implements RequestPostProcessor {

    private static final Duration TOKEN_LIFE = Duration.ofHours(4);
    private static final boolean WITH_SECURITY =
            isPresent("org.springframework.security.web.context.SecurityContextRepository");
    private static final boolean WITH_SECURITY_TEST =
            isPresent("org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors");

    static final SignedInUser BASIC = new SignedInUser(new Settings(
            IamSmartClientRegistry.DEFAULT,
            TokenisedId.of("test-user"),
            AccountType.BASIC,
            new LinkedHashSet<>(Scope.KNOWN),
            Language.EN_US,
            false,
            null,
            null));

    private final Settings settings;
    private final @Nullable VerifiedProfile profile;

    /** What is told of the sign-in. */
    private record Settings(
            String client,
            TokenisedId tokenisedId,
            AccountType accountType,
            Set<Scope> scopes,
            Language language,
            boolean sameDevice,
            @Nullable Instant signedInAt,
            @Nullable AccessToken token) {

        IamSmartSignIn signIn() {
            Instant at = signedInAt == null ? Instant.now() : signedInAt;
            AccessToken given = token != null
                    ? token
                    : AccessToken.madeUp(tokenisedId, accountType, scopes, at, at.plus(TOKEN_LIFE));
            return new IamSmartSignIn(client, given, language, sameDevice, at);
        }
    }

    private SignedInUser(Settings settings) {
        this(settings, null);
    }

    private SignedInUser(Settings settings, @Nullable VerifiedProfile profile) {
        this.settings = settings;
        this.profile = profile;
    }

    static SignedInUser of(IamSmartSignIn signIn) {
        return new SignedInUser(new Settings(
                signIn.client(),
                signIn.tokenisedId(),
                signIn.accountType(),
                signIn.scopes(),
                signIn.language(),
                signIn.sameDevice(),
                signIn.signedInAt(),
                signIn.accessToken()));
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, SignedInUser.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * {@return another user}
     *
     * @param value the Tokenised ID, the key under which the application knows the user
     */
    public SignedInUser tokenisedId(String value) {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        TokenisedId.of(value),
                        settings.accountType,
                        settings.scopes,
                        settings.language,
                        settings.sameDevice,
                        settings.signedInAt,
                        null),
                profile);
    }

    /** {@return the user with an iAM Smart account, who cannot sign documents} */
    public SignedInUser basic() {
        return accountType(AccountType.BASIC);
    }

    /** {@return the user with an iAM Smart+ account, who can sign documents} */
    public SignedInUser plus() {
        return accountType(AccountType.PLUS);
    }

    /**
     * {@return the user with another kind of account}
     *
     * @param value the kind
     */
    public SignedInUser accountType(AccountType value) {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        settings.tokenisedId,
                        value,
                        settings.scopes,
                        settings.language,
                        settings.sameDevice,
                        settings.signedInAt,
                        null),
                profile);
    }

    /**
     * {@return the user with a token of these scopes only}
     *
     * @param values the scopes
     */
    public SignedInUser scopes(Scope... values) {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        settings.tokenisedId,
                        settings.accountType,
                        new LinkedHashSet<>(List.of(values)),
                        settings.language,
                        settings.sameDevice,
                        settings.signedInAt,
                        null),
                profile);
    }

    /**
     * {@return the user with iAM Smart's pages in this language}
     *
     * @param value the language
     */
    public SignedInUser language(Language value) {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        settings.tokenisedId,
                        settings.accountType,
                        settings.scopes,
                        value,
                        settings.sameDevice,
                        settings.signedInAt,
                        null),
                profile);
    }

    /** {@return the user on the phone on which the iAM Smart app is} */
    public SignedInUser sameDevice() {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        settings.tokenisedId,
                        settings.accountType,
                        settings.scopes,
                        settings.language,
                        true,
                        settings.signedInAt,
                        null),
                profile);
    }

    /**
     * {@return the user signed in with another client of the application}
     *
     * @param name of the client
     */
    public SignedInUser client(String name) {
        return new SignedInUser(
                new Settings(
                        name,
                        settings.tokenisedId,
                        settings.accountType,
                        settings.scopes,
                        settings.language,
                        settings.sameDevice,
                        settings.signedInAt,
                        null),
                profile);
    }

    /**
     * {@return the user, back from iAM Smart at this time} The token ends four hours later.
     *
     * @param value the time; now, unless told otherwise
     */
    public SignedInUser signedInAt(Instant value) {
        return new SignedInUser(
                new Settings(
                        settings.client,
                        settings.tokenisedId,
                        settings.accountType,
                        settings.scopes,
                        settings.language,
                        settings.sameDevice,
                        value,
                        null),
                profile);
    }

    /**
     * {@return the user with a verified profile, for an application that keeps it in Spring Security's principal}
     *
     * @param value what iAM Smart told of the user; {@link TestResults#profileOf} has some
     */
    public SignedInUser profile(VerifiedProfile value) {
        return new SignedInUser(settings, value);
    }

    /** {@return the sign-in that the session has} */
    public IamSmartSignIn signIn() {
        return settings.signIn();
    }

    /**
     * {@return a session of this user} For tests that send several requests in one session.
     *
     * @see org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder#session(MockHttpSession)
     */
    public MockHttpSession session() {
        MockHttpSession session = new MockHttpSession();
        signIn().attachTo(session);
        return session;
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        IamSmartSignIn signIn = signIn();
        signIn.attachTo(request.getSession(true));
        if (WITH_SECURITY_TEST) {
            TestSecurity.authenticate(request, signIn, Optional.ofNullable(profile));
        } else if (WITH_SECURITY) {
            SessionSecurity.authenticate(request, signIn, Optional.ofNullable(profile));
        }
        return request;
    }
}

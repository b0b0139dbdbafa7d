package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the guide shows of the client without Spring. */
final class CoreExamples {

    private static final Logger log = LoggerFactory.getLogger(CoreExamples.class);

    private CoreExamples() {}

    static IamSmartClient client(String clientId, String clientSecret, Path kek, char[] password) {
        // tag::client[]
        IamSmartClient client = IamSmartClient.builder()
                .environment(Environment.ITE)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .kek(KekKeyPair.fromPkcs12(kek, password))
                .build();
        // end::client[]
        return client;
    }

    static IamSmartClient tunedClient(String clientId, String clientSecret, KekKeyPair kek) {
        // tag::timeouts[]
        IamSmartClient client = IamSmartClient.builder()
                .environment(Environment.ITE)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .kek(kek)
                .connectTimeout(Duration.ofSeconds(3))
                .callTimeout(Duration.ofSeconds(20)) // with all retries
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("proxy.example.org", 3128)))
                .build();
        // end::timeouts[]
        return client;
    }

    static URI begin(IamSmartClient client, State state, String userAgent) {
        // tag::begin[]
        URI gatewayPage = client.signIn()
                .authorizationUri(AuthorizationRequest.builder()
                        .redirectUri(URI.create("https://permits.example.org/callback"))
                        .scopes(Scope.AUTH)
                        .state(state) // State.random(), remembered for this browser
                        .source(Source.fromUserAgent(userAgent))
                        .language(Language.ZH_HK)
                        .build());
        // end::begin[]
        return gatewayPage;
    }

    static Optional<AccessToken> finish(IamSmartClient client, State expected, String query) {
        // tag::finish[]
        AuthorizationRedirect redirect = client.signIn().parseRedirect(query);
        if (!redirect.state().equals(Optional.of(expected))) {
            return Optional.empty(); // not a sign-in of this browser
        }
        if (redirect instanceof AuthorizationRedirect.Granted granted) {
            return Optional.of(client.signIn().exchange(granted.code()));
        }
        return Optional.empty(); // declined, or failed: redirect says why
        // end::finish[]
    }

    static String exchange(IamSmartClient client, AuthorizationCode code, Locale locale) {
        // tag::errors[]
        try {
            AccessToken token = client.signIn().exchange(code);
            return "Welcome, " + token.tokenisedId().shortened();
        } catch (GatewayException e) {
            if (e.code().category() == ErrorCategory.CODE_UNUSABLE) {
                return "Too late: please begin again."; // D40004: older than 60 seconds, or used
            }
            log.warn("iAM Smart refused: {}", e.getMessage()); // code, meaning, txID; never a secret
            return e.userMessage(locale);
        } catch (TransportException e) {
            log.warn("iAM Smart did not answer", e);
            return e.userMessage(locale);
        } catch (IamSmartException e) {
            log.error("A fault of ours or of the protocol", e);
            return e.userMessage(locale);
        }
        // end::errors[]
    }

    // tag::listener[]
    static final class CallLog implements IamSmartListener {

        @Override
        public void onCall(CallReport report) {
            log.info(
                    "{} {} in {} ms, attempt {}",
                    report.path(),
                    report.code().map(ErrorCode::value).orElse("no answer"),
                    report.duration().toMillis(),
                    report.attempts());
        }

        @Override
        public void onClockSkew(Duration skew) {
            log.warn("The gateway's clock is {} ahead of ours", skew);
        }
    }
    // end::listener[]
}

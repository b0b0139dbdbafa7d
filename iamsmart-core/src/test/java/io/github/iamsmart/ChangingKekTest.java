package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.key.KekKeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client whose key pairs change while it lives. */
@Timeout(30)
class ChangingKekTest {

    private static final KekKeyPair OLD = TestKeys.kek(TestKeys.FIRST);
    private static final KekKeyPair NEW = TestKeys.kek(TestKeys.SECOND);

    private final Instant now = Instant.now();
    private final StubGateway gateway = new StubGateway();
    private final AtomicReference<List<KekKeyPair>> keks = new AtomicReference<>(List.of(OLD));
    private final IamSmartClient client = IamSmartClient.builder()
            .baseUrl(gateway.url())
            .clientId(StubGateway.CLIENT_ID)
            .clientSecret(StubGateway.CLIENT_SECRET)
            .keks(keks::get)
            .build();

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private void handOut(StubKey key) {
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{\"opened\":true}")));
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of(), String.class);
    }

    @Test
    void opensWithAKeyPairThatCameAfterItWasBuilt() {
        handOut(StubKey.of(2, now, TestKeys.SECOND));
        assertThatThrownBy(this::call).isInstanceOf(CryptoException.class);

        keks.set(List.of(NEW, OLD));

        assertThat(call()).isEqualTo("{\"opened\":true}");
    }

    @Test
    void keepsTheKeyInUseAcrossAChange() {
        handOut(StubKey.of(1, now, TestKeys.FIRST));
        call();

        keks.set(List.of(NEW, OLD));

        assertThat(call()).isEqualTo("{\"opened\":true}");
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void showsTheKeyPairsOfTheMoment() {
        assertThat(client.health().kekCertificates()).hasSize(1);

        keks.set(List.of(NEW, OLD));

        assertThat(client.health().kekCertificates()).hasSize(2);
    }

    @Test
    void takesKeyPairsThatStayOrSuchThatChange() {
        IamSmartClientBuilder both = gateway.client().keks(keks::get);

        assertThatThrownBy(both::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Both kek and keks");
    }

    @Test
    void refusesASupplierWithoutAKeyPair() {
        keks.set(List.of());

        assertThatThrownBy(() -> IamSmartClient.builder()
                        .clientId("id")
                        .clientSecret("secret")
                        .keks(keks::get)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kek is missing");
    }
}

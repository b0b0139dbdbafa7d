package io.github.iamsmart.spring.internal.begin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.PageContext;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContextKeeperTest {

    private static final PageContext CONTEXT =
            new PageContext("/", "/", true, Optional.empty(), Optional.empty(), Optional.empty(), Language.EN_US);

    private static boolean kept(Supplier<Boolean> store) {
        Requests requests = (Requests) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {Requests.class},
                (proxy, method, arguments) -> store.get());
        return ContextKeeper.keep(requests, BusinessId.random(), CONTEXT);
    }

    @Test
    void noFailureOfTheStoreLooksAsIfTheRequestHadNotBeenSent() {
        assertThat(kept(() -> true)).isTrue();
        assertThat(kept(() -> false)).isFalse();
        assertThat(kept(() -> {
                    throw new StoreException("The store is away.", new IllegalStateException());
                }))
                .isFalse();
        assertThat(kept(() -> {
                    throw new IllegalStateException("a store's own");
                }))
                .isFalse();
    }
}

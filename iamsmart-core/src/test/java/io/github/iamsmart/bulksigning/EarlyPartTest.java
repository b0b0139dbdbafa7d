package io.github.iamsmart.bulksigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A part overtakes the gateway's answer to the request that it belongs to. */
class EarlyPartTest {

    private Runnable afterCreate = () -> {};

    /** A store that lets a callback come in between. */
    private RequestStore store(MemoryRequestStore behind) {
        return (RequestStore) Proxy.newProxyInstance(
                RequestStore.class.getClassLoader(),
                new Class<?>[] {RequestStore.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(behind, arguments);
                    if (method.getName().equals("create")) {
                        afterCreate.run();
                    }
                    return result;
                });
    }

    @Test
    void isForgottenWithARequestThatTheGatewayRefuses() {
        MemoryAnswerPartStore parts = new MemoryAnswerPartStore();
        RequestStore requests = store(new MemoryRequestStore());
        try (BulkWorld world =
                new BulkWorld(2, builder -> builder.requestStore(requests).answerPartStore(parts))) {
            afterCreate =
                    () -> assertThat(world.post(world.callback(BulkWorld.entries(1), 1, 2, Style.CLEAR_WITH_BRACES)))
                            .isInstanceOf(Accepted.class);
            world.flow.refuses(BulkWorld.INITIATE, "D20001");

            assertThatThrownBy(() -> world.bulk.initiate(FlowWorld.token(), world.request, world.options))
                    .isInstanceOf(GatewayException.class);

            assertThat(requests.find(world.options.businessId())).isEmpty();
            assertThat(parts.progress(world.options.businessId())).isEqualTo(AnswerProgress.NONE);
        }
    }
}

package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.internal.observation.ClientInfo;
import io.github.iamsmart.spring.internal.observation.ClientMeters;
import io.github.iamsmart.spring.internal.observation.ClientTracers;
import io.github.iamsmart.spring.internal.observation.RequestCounts;
import io.github.iamsmart.spring.observation.CallObservationContext;
import io.github.iamsmart.spring.observation.CallObservationConvention;
import io.github.iamsmart.spring.observation.DefaultCallObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IamSmartObservationAutoConfigurationTest {

    private final ApplicationContextRunner runner = Runners.plain()
            .withConfiguration(AutoConfigurations.of(
                    IamSmartInfoAutoConfiguration.class,
                    IamSmartMetricsAutoConfiguration.class,
                    IamSmartObservationAutoConfiguration.class,
                    IamSmartRegistryAutoConfiguration.class))
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.base-url=http://127.0.0.1:1");

    private ApplicationContextRunner withActuator() {
        return runner.withConfiguration(AutoConfigurations.of(
                        ObservationAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new);
    }

    /** Nobody listens at that port. */
    private static void call(IamSmartClient client) {
        assertThat(catchThrowable(() -> client.call("/api/v1/own", Map.of(), String.class)))
                .isInstanceOf(IamSmartException.class);
    }

    @Test
    void countsNothingWithoutARegistry() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            call(context.getBean(IamSmartClient.class));
            assertThat(context.getBeanFactory().containsSingleton("iamSmartRequestCounts"))
                    .isFalse();
        });
    }

    @Test
    void startsWithoutMicrometersMetricsAndTracing() {
        runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class, Tracer.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ClientTracers.class)
                        .doesNotHaveBean(ClientMeters.class));
    }

    @Test
    void startsWithoutMicrometerAndTheActuator() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
                .withPropertyValues("management.info.iamsmart.enabled=true")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(IamSmartClient.class)
                        .doesNotHaveBean("iamSmartClientTracers")
                        .doesNotHaveBean("iamSmartClientInfo"));
    }

    @Test
    void observesWithTheRegistryOfTheApplication() {
        withActuator().run(context -> {
            call(context.getBean(IamSmartClient.class));
            MeterRegistry meters = context.getBean(MeterRegistry.class);

            assertThat(meters.get("iamsmart.key.refresh")
                            .tags("client", "default", "outcome", "transport")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("iamsmart.call")
                            .tags("api", "get-key", "outcome", "transport")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("iamsmart.requests")
                            .tags("client", "default", "status", "pending")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(context).hasSingleBean(RequestCounts.class);
        });
    }

    @Test
    void springBootsPropertySwitchesAllOff() {
        withActuator()
                .withPropertyValues("management.observations.enable.iamsmart=false")
                .run(context -> {
                    call(context.getBean(IamSmartClient.class));
                    assertThat(context.getBean(MeterRegistry.class)
                                    .find("iamsmart.call")
                                    .timer())
                            .isNull();
                });
    }

    @Test
    void aConventionIsReplacedByABean() {
        CallObservationConvention own = new DefaultCallObservationConvention() {
            @Override
            public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
                return super.getLowCardinalityKeyValues(context).and("region", "hk");
            }
        };
        withActuator().withBean(CallObservationConvention.class, () -> own).run(context -> {
            call(context.getBean(IamSmartClient.class));
            assertThat(context.getBean(MeterRegistry.class)
                            .get("iamsmart.call")
                            .tag("region", "hk")
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void tellsWhichGatewayIsCalledWhereAsked() {
        runner.run(context -> assertThat(context).doesNotHaveBean(ClientInfo.class));
        runner.withPropertyValues("management.info.iamsmart.enabled=true").run(context -> {
            Info.Builder info = new Info.Builder();
            context.getBean(ClientInfo.class).contribute(info);
            assertThat(info.build().getDetails().get("iamsmart")).hasToString("{clients={default={environment=ite}}}");
        });
    }

    @Test
    void aRegistryWithoutHandlersHarmsNothing() {
        runner.withBean(ObservationRegistry.class, ObservationRegistry::create)
                .run(context -> call(context.getBean(IamSmartClient.class)));
    }
}

package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import redis.embedded.RedisServer;

/** Two nodes that share their sessions: who signs in at one is signed in at the other. */
@Timeout(240)
class SharedSessionTest {

    private static final String[] JDBC = {
        "spring.datasource.url=jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1",
        "spring.session.jdbc.initialize-schema=always",
        "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration,"
                + "org.springframework.boot.autoconfigure.data.redis.RedisRepositoriesAutoConfiguration"
    };

    @Test
    void aSignInIsSharedThroughADatabase() {
        isShared(JDBC);
    }

    @Test
    void aSignInIsSharedThroughRedis() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        try {
            isShared(
                    "spring.data.redis.port=" + port,
                    "spring.autoconfigure.exclude="
                            + "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration");
        } finally {
            redis.stop();
        }
    }

    private void isShared(String... properties) {
        try (ConfigurableApplicationContext one = SecuredApplication.run(Chains.MethodSecurity.class, properties)) {
            IamSmartSimulator simulator = one.getBean(IamSmartSimulator.class);
            try (ConfigurableApplicationContext two = SecuredApplication.run(Chains.MethodSecurity.class, properties)) {
                SecurityBrowser here = new SecurityBrowser(SecuredApplication.address(one), simulator);
                String before = here.get("/form").body();
                assertThat(before).isNotEmpty();
                URI back = here.signIn(here.get("/who?a=b").location(), "plus").location();
                SecurityBrowser there = here.at(SecuredApplication.address(two));

                assertThat(back.getPath()).isEqualTo("/who");
                assertThat(there.get("/who").body())
                        .startsWith("IamSmartAuthenticationToken ")
                        .contains("ACCOUNT_IAMSMART_PLUS")
                        .isEqualTo(here.get(back).body());
                assertThat(there.get("/sign-in").body()).endsWith("true");
                proofIsShared(here, there, simulator);
                there.postWithToken("/logout", "a=b");
                assertThat(here.get("/who", "Accept", "application/json").status())
                        .isEqualTo(401);
            }
        }
    }

    private static void proofIsShared(SecurityBrowser here, SecurityBrowser there, IamSmartSimulator simulator) {
        URI page = here.get("/vault").location();
        String businessId = page.getPath().split("/", -1)[3];
        simulator.approve(simulator.findByBusinessId(businessId).orElseThrow().ticketId());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(here.get("/vault").body()).startsWith("opened"));
        assertThat(there.get("/vault").body()).startsWith("opened");
    }
}

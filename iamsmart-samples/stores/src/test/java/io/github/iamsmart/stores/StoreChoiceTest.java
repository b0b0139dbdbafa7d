package io.github.iamsmart.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.autoconfigure.IamSmartAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartSimulatorAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartStoreAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartStoreJdbcAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartStoreRedisAutoConfiguration;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcAnswerPartStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcCekStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcReplayStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcRequestStore;
import io.github.iamsmart.spring.internal.store.redis.RedisCekStore;
import io.github.iamsmart.spring.internal.store.redis.RedisReplayStore;
import io.github.iamsmart.spring.internal.store.redis.RedisRequestStore;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which store an application gets. */
@ExtendWith(OutputCaptureExtension.class)
class StoreChoiceTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    IamSmartAutoConfiguration.class,
                    IamSmartSimulatorAutoConfiguration.class,
                    IamSmartStoreAutoConfiguration.class,
                    IamSmartStoreJdbcAutoConfiguration.class,
                    IamSmartStoreRedisAutoConfiguration.class))
            .withPropertyValues("iamsmart.simulator.port=0");

    private ApplicationContextRunner withDatabase(ApplicationContextRunner runner) {
        return runner.withBean("dataSource", DataSource.class, () -> new DriverManagerDataSource(database, "sa", ""));
    }

    /** Nothing listens there, and nothing needs to: no store connects before something is stored. */
    private static ApplicationContextRunner withRedis(ApplicationContextRunner runner) {
        return runner.withBean(
                "redis", RedisConnectionFactory.class, () -> new LettuceConnectionFactory("127.0.0.1", 1));
    }

    @Test
    void memoryWhereThereIsNothingElse(CapturedOutput output) {
        application.run(context -> {
            assertThat(context).hasSingleBean(RequestStore.class).doesNotHaveBean(CekStore.class);
            assertThat(context.getBean(RequestStore.class)).isInstanceOf(MemoryRequestStore.class);
        });
        assertThat(output).containsOnlyOnce("are stored in the memory of this node, as the application has neither");
    }

    @Test
    void theDatabaseIfThereIsOne(CapturedOutput output) {
        withDatabase(application).run(context -> {
            assertThat(context.getBean(RequestStore.class)).isInstanceOf(JdbcRequestStore.class);
            assertThat(context.getBean(AnswerPartStore.class)).isInstanceOf(JdbcAnswerPartStore.class);
            assertThat(context.getBean(CekStore.class)).isInstanceOf(JdbcCekStore.class);
            assertThat(context.getBean(SignInReplayStore.class)).isInstanceOf(JdbcReplayStore.class);
            assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                            .queryForObject("SELECT COUNT(*) FROM IAMSMART_REQUEST", Long.class))
                    .isZero();
        });
        assertThat(output).containsOnlyOnce("are stored in the database, as the application has one DataSource.");
    }

    @Test
    void redisIfThereIsNoDatabase(CapturedOutput output) {
        withRedis(application).run(context -> {
            assertThat(context.getBean(RequestStore.class)).isInstanceOf(RedisRequestStore.class);
            assertThat(context.getBean(CekStore.class)).isInstanceOf(RedisCekStore.class);
            assertThat(context.getBean(SignInReplayStore.class)).isInstanceOf(RedisReplayStore.class);
        });
        assertThat(output).contains("are stored in Redis", "set spring.data.redis.timeout");
    }

    @Test
    void aDatabaseBeforeRedisUnlessTheTypeIsSet() {
        withRedis(withDatabase(application))
                .run(context -> assertThat(context.getBean(RequestStore.class)).isInstanceOf(JdbcRequestStore.class));
        withRedis(withDatabase(application))
                .withPropertyValues("iamsmart.store.type=redis")
                .run(context -> assertThat(context.getBean(RequestStore.class)).isInstanceOf(RedisRequestStore.class));
        withRedis(withDatabase(application))
                .withPropertyValues("iamsmart.store.type=memory")
                .run(context -> assertThat(context.getBean(RequestStore.class)).isInstanceOf(MemoryRequestStore.class));
    }

    @Test
    void twoDatabasesAreNoneUnlessOneIsSet() {
        withDatabase(application)
                .withBean("second", DataSource.class, () -> new DriverManagerDataSource(database, "sa", ""))
                .run(context -> assertThat(context.getBean(RequestStore.class)).isInstanceOf(MemoryRequestStore.class));
        withDatabase(application)
                .withBean("second", DataSource.class, () -> new DriverManagerDataSource(database, "sa", ""))
                .withPropertyValues("iamsmart.store.type=jdbc")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("2 beans of DataSource: mark one of them @Primary"));
    }

    @Test
    void aTypeThatIsNotThereStopsTheStart() {
        for (String type : new String[] {"redis", "jdbc"}) {
            application
                    .withPropertyValues("iamsmart.store.type=" + type)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(ConfigurationException.class)
                            .hasMessageContaining("iamsmart.store.type is " + type + ", but the application has no")
                            .hasMessageContaining("add spring-boot-starter-"));
        }
    }

    @Test
    void worksWithoutTheLibraries() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "org.springframework.jdbc"))
                .run(context -> assertThat(context.getBean(RequestStore.class)).isInstanceOf(MemoryRequestStore.class));
    }

    @Test
    void missingTablesStopTheStartAndTellWhatToRun() {
        withDatabase(application)
                .withPropertyValues("iamsmart.store.jdbc.initialize-schema=never")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("io/github/iamsmart/spring/store/jdbc/schema-h2.sql"));
    }

    @Test
    void tablesMayHaveAnotherPrefixAndSchema() {
        withDatabase(application)
                .withPropertyValues("iamsmart.store.jdbc.table-prefix=PUBLIC.SERVICE_")
                .run(context -> assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                .queryForObject("SELECT COUNT(*) FROM PUBLIC.SERVICE_REQUEST", Long.class))
                        .isZero());
    }

    @Test
    void namesThatWouldBreakAStatementAreRefused() {
        withDatabase(application)
                .withPropertyValues("iamsmart.store.jdbc.table-prefix=X; DROP TABLE Y --")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("iamsmart.store.jdbc.table-prefix"));
        withRedis(application)
                .withPropertyValues("iamsmart.store.redis.key-prefix={a}")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("iamsmart.store.redis.key-prefix"));
    }

    @Test
    void beansOfTheApplicationWin() {
        withDatabase(application)
                .withBean(AnswerPartStore.class, MemoryAnswerPartStore::new)
                .run(context -> {
                    assertThat(context.getBean(AnswerPartStore.class)).isInstanceOf(MemoryAnswerPartStore.class);
                    assertThat(context.getBean(RequestStore.class)).isInstanceOf(JdbcRequestStore.class);
                });
    }

    @Test
    void aDatabaseThatIsDownStopsNoStart(CapturedOutput output) {
        application
                .withBean(
                        "dataSource",
                        DataSource.class,
                        () -> new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "none", "none"))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("could not be checked: The database cannot be reached");
    }
}

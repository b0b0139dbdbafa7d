package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Which store an application has: what it says, else what it has. A database comes first, as it loses nothing when a
 * server dies, and memory last.
 *
 * @param type where things are stored
 * @param reason why, a sentence for the log
 */
public record StoreChoice(StoreType type, String reason) {

    private static final String DATA_SOURCE = "javax.sql.DataSource";
    private static final String JDBC = "org.springframework.jdbc.core.JdbcTemplate";
    private static final String REDIS_CONNECTIONS = "org.springframework.data.redis.connection.RedisConnectionFactory";
    private static final String SET = "iamsmart.store.type says so";

    /**
     * {@return the choice}
     *
     * @param environment where it may be written
     * @param beans those of the application so far
     * @param loader of its classes
     * @throws ConfigurationException if what is written is not there
     */
    public static StoreChoice of(Environment environment, ListableBeanFactory beans, ClassLoader loader) {
        Optional<StoreType> written = Binder.get(environment)
                .bind(StoreProperties.PREFIX + ".type", StoreType.class)
                .map(Optional::of)
                .orElse(Optional.empty());
        int databases = ClassUtils.isPresent(JDBC, loader) ? count(DATA_SOURCE, beans, loader) : 0;
        int redis = count(REDIS_CONNECTIONS, beans, loader);
        return written.map(type -> checked(type, databases, redis)).orElseGet(() -> found(databases, redis));
    }

    private static StoreChoice checked(StoreType type, int databases, int redis) {
        switch (type) {
            case JDBC ->
                require(databases, type, "DataSource", "spring-boot-starter-jdbc, and set spring.datasource.url");
            case REDIS ->
                require(
                        redis,
                        type,
                        "RedisConnectionFactory",
                        "spring-boot-starter-data-redis, and set spring.data.redis.url");
            case MEMORY -> {}
        }
        return new StoreChoice(type, SET);
    }

    private static void require(int beans, StoreType type, String bean, String remedy) {
        if (beans == 0) {
            throw new ConfigurationException("iamsmart.store.type is " + type + ", but the application has no " + bean
                    + ": add " + remedy + ".");
        }
        if (beans > 1) {
            throw new ConfigurationException("iamsmart.store.type is " + type + ", but the application has " + beans
                    + " beans of " + bean + ": mark one of them @Primary, or define the beans RequestStore,"
                    + " AnswerPartStore, CekStore and SignInReplayStore yourself.");
        }
    }

    private static StoreChoice found(int databases, int redis) {
        if (databases == 1) {
            return new StoreChoice(StoreType.JDBC, "the application has one DataSource");
        }
        if (redis == 1) {
            return new StoreChoice(StoreType.REDIS, "the application has one RedisConnectionFactory");
        }
        return new StoreChoice(
                StoreType.MEMORY,
                databases + redis == 0
                        ? "the application has neither a DataSource nor a RedisConnectionFactory"
                        : "the application has several DataSources or RedisConnectionFactories and none is @Primary");
    }

    /** One that is primary stands for all. */
    private static int count(String type, ListableBeanFactory beans, ClassLoader loader) {
        if (!ClassUtils.isPresent(type, loader)) {
            return 0;
        }
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                beans, ClassUtils.resolveClassName(type, loader), true, false);
        for (String name : names) {
            if (beans instanceof ConfigurableListableBeanFactory all
                    && all.containsBeanDefinition(name)
                    && all.getBeanDefinition(name).isPrimary()) {
                return 1;
            }
        }
        return names.length;
    }
}

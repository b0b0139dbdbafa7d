package io.github.iamsmart.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The contracts on a database, whose tables are made by the script of its dialect. */
abstract class DatabaseContracts extends AllContracts {

    private @Nullable Stores one;
    private @Nullable Stores other;

    abstract DataSource dataSource();

    abstract @Nullable SqlDialect dialect();

    @Override
    Stores one() {
        Stores made = one;
        if (made == null) {
            made = Stores.inDatabase(dataSource(), dialect());
            one = made;
        }
        return made;
    }

    @Override
    Stores other() {
        Stores made = other;
        if (made == null) {
            made = Stores.inDatabase(dataSource(), dialect());
            other = made;
        }
        return made;
    }

    static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        // Whoever stores something commits it by himself, whatever the pool does.
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    static void createTables(DataSource dataSource, SqlDialect dialect, UnaryOperator<String> change) {
        try {
            String script = new ClassPathResource(dialect.schema()).getContentAsString(StandardCharsets.UTF_8);
            DatabasePopulatorUtils.execute(
                    new ResourceDatabasePopulator(
                            new ByteArrayResource(change.apply(script).getBytes(StandardCharsets.UTF_8))),
                    dataSource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

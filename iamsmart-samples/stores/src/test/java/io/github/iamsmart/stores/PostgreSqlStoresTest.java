package io.github.iamsmart.stores;

import com.zaxxer.hikari.HikariDataSource;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts on PostgreSQL. */
class PostgreSqlStoresTest extends DatabaseContracts {

    private static EmbeddedPostgres server;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        pool = pool(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        createTables(pool, SqlDialect.POSTGRESQL, UnaryOperator.identity());
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        server.close();
    }

    @Override
    DataSource dataSource() {
        return pool;
    }

    @Override
    @Nullable
    SqlDialect dialect() {
        return null;
    }
}

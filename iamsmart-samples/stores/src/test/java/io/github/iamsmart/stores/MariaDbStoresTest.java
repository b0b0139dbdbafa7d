package io.github.iamsmart.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import java.io.IOException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contracts on MariaDB, where the machine has one. */
@Tag("slow")
class MariaDbStoresTest extends DatabaseContracts {

    private static @Nullable MariaDbServer server;
    private static @Nullable HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if ("required".equals(System.getenv("IAMSMART_TOOLS"))) {
            assertThat(MariaDbServer.isInstalled()).as("MariaDB is installed").isTrue();
        }
        assumeTrue(MariaDbServer.isInstalled(), "MariaDB is not installed: apt-get install mariadb-server");
        server = MariaDbServer.start();
        pool = pool(server.url(), "iamsmart", "iamsmart");
        createTables(pool, SqlDialect.MYSQL, UnaryOperator.identity());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (pool != null) {
            pool.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    DataSource dataSource() {
        return Objects.requireNonNull(pool);
    }

    @Override
    @Nullable
    SqlDialect dialect() {
        return null;
    }
}

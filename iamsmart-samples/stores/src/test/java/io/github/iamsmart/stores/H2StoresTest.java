package io.github.iamsmart.stores;

import com.zaxxer.hikari.HikariDataSource;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contracts on H2: as itself, and where no server can be started, with the statements of other dialects. */
class H2StoresTest {

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class InMode extends DatabaseContracts {

        private final String mode;
        private final SqlDialect dialect;
        private final UnaryOperator<String> change;
        private HikariDataSource pool;

        InMode(String mode, SqlDialect dialect, UnaryOperator<String> change) {
            this.mode = mode;
            this.dialect = dialect;
            this.change = change;
        }

        @BeforeAll
        void start() {
            pool = pool("jdbc:h2:mem:" + mode + ";MODE=" + mode, "sa", "");
            createTables(pool, dialect, change);
        }

        @AfterAll
        void stop() {
            pool.close();
        }

        @Override
        DataSource dataSource() {
            return pool;
        }

        @Override
        @Nullable
        SqlDialect dialect() {
            return dialect == SqlDialect.H2 ? null : dialect;
        }
    }

    @Nested
    class Regular extends InMode {
        Regular() {
            super("REGULAR", SqlDialect.H2, UnaryOperator.identity());
        }
    }

    @Nested
    class AsOracle extends InMode {
        AsOracle() {
            super("Oracle", SqlDialect.ORACLE, UnaryOperator.identity());
        }
    }

    /** H2 knows no such collations; it compares texts so anyway. */
    @Nested
    class AsSqlServer extends InMode {
        AsSqlServer() {
            super("MSSQLServer", SqlDialect.SQLSERVER, script -> script.replace(" COLLATE Latin1_General_BIN2", ""));
        }
    }

    @Nested
    class AsMySql extends InMode {
        AsMySql() {
            super("MySQL", SqlDialect.MYSQL, script -> script.replaceAll(" CHARACTER SET \\w+ COLLATE \\w+", ""));
        }
    }

    @Nested
    class AsPostgreSql extends InMode {
        AsPostgreSql() {
            super("PostgreSQL", SqlDialect.POSTGRESQL, UnaryOperator.identity());
        }
    }
}

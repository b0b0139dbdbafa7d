package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls the database, each time in a transaction of its own: what is stored stays stored if the transaction of the
 * caller is rolled back, and a row that exists already does not spoil it. Connects when first needed. Thread-safe.
 */
public final class JdbcCalls {

    private static final Logger log = LoggerFactory.getLogger(JdbcCalls.class);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?");

    /** A database ends one of two transactions that wait for each other; it has undone what that one did. */
    private static final int MOST_ATTEMPTS = 4;

    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final DataSource dataSource;
    private final String tablePrefix;
    private volatile @Nullable SqlDialect dialect;

    /**
     * Creates it; connects to nothing yet.
     *
     * @param dataSource the database
     * @param tablePrefix what the names of the tables begin with, after a schema and a dot if need be
     * @param dialect what the database speaks; {@code null} asks its driver
     * @param timeout how long a statement may take, in whole seconds
     */
    public JdbcCalls(DataSource dataSource, String tablePrefix, @Nullable SqlDialect dialect, Duration timeout) {
        if (!PLAIN.matcher(tablePrefix).matches()) {
            throw new ConfigurationException(
                    "iamsmart.store.jdbc.table-prefix must have letters, digits and underscores, and begin with a"
                            + " letter; a schema may stand before it, with a dot.");
        }
        if (timeout.toSeconds() < 1) {
            throw new ConfigurationException("iamsmart.store.jdbc.timeout must be a second or more.");
        }
        this.dataSource = dataSource;
        this.tablePrefix = tablePrefix;
        this.dialect = dialect;
        int seconds = Math.toIntExact(timeout.toSeconds());
        this.template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(seconds);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transactions.setTimeout(seconds);
    }

    /** {@return a statement with the names of its tables} Each stands in it as {@code %REQUEST}, without the prefix. */
    String sql(String statement) {
        return statement.replace("%", tablePrefix);
    }

    DataSource dataSource() {
        return dataSource;
    }

    String tablePrefix() {
        return tablePrefix;
    }

    SqlDialect dialect() {
        SqlDialect known = dialect;
        if (known == null) {
            known = SqlDialect.of(metaData(DatabaseMetaData::getDatabaseProductName));
            dialect = known;
        }
        return known;
    }

    String url() {
        return metaData(DatabaseMetaData::getURL);
    }

    private interface Question {
        @Nullable
        String ask(DatabaseMetaData metaData) throws SQLException;
    }

    private String metaData(Question question) {
        try {
            String answer = JdbcUtils.extractDatabaseMetaData(dataSource, question::ask);
            return answer == null ? "" : answer;
        } catch (MetaDataAccessException e) {
            throw new StoreException("The database cannot be reached: check that it runs, and spring.datasource.*.", e);
        }
    }

    /**
     * {@return what the action returns, once it is committed}
     *
     * @param action uses the database; called again if the database has undone it for the sake of another one
     */
    <T> @Nullable T inTransaction(Function<JdbcTemplate, @Nullable T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(status -> action.apply(template));
            } catch (DuplicateKeyException e) {
                throw new DuplicateRow(e);
            } catch (ConcurrencyFailureException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw failure(e);
                }
                log.debug("The database chose another transaction; attempt {} follows.", attempt + 1);
            } catch (DataAccessException | TransactionException e) {
                throw failure(e);
            }
        }
    }

    /** {@return how many rows were changed} */
    int update(String statement, Object... parameters) {
        Integer rows = inTransaction(jdbc -> jdbc.update(sql(statement), parameters));
        return rows == null ? 0 : rows;
    }

    /** {@return whether the row was added, and no other has its key} */
    boolean insert(String statement, Object... parameters) {
        try {
            return update(statement, parameters) == 1;
        } catch (DuplicateRow e) {
            return false;
        }
    }

    /** Not a failure: {@link #insert} answers it. */
    private static final class DuplicateRow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DuplicateRow(DuplicateKeyException cause) {
            super(cause);
        }
    }

    /**
     * A failure quotes none of the data; the message of a database could, and is left out unless it is of the network.
     */
    private StoreException failure(RuntimeException failure) {
        if (failure instanceof CannotGetJdbcConnectionException
                || failure.getCause() instanceof CannotGetJdbcConnectionException) {
            return new StoreException(
                    "The database cannot be reached, or its pool has no connection left: check that it runs,"
                            + " spring.datasource.*, and how many connections the pool has.",
                    failure);
        }
        String reason = reason(failure);
        if (failure instanceof BadSqlGrammarException) {
            return new StoreException("The database refused a statement" + reason + ": check that the tables "
                    + tablePrefix + "* exist as " + dialect().schema()
                    + " creates them, and that the account may use them.");
        }
        return new StoreException(
                "The database did not do what it was asked to" + reason + ": if it took too long, check"
                        + " its load and iamsmart.store.jdbc.timeout; if a result is too large for it, the limit of its server"
                        + " (max_allowed_packet of MySQL and MariaDB).");
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        String type = " (" + failure.getClass().getSimpleName();
        return cause instanceof SQLException sql
                ? type + ", SQL state " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
                : type + ")";
    }
}

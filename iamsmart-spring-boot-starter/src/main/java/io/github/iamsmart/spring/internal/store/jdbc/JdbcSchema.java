package io.github.iamsmart.spring.internal.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.spring.internal.store.SchemaCreation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables: whether they exist, and their creation. */
public final class JdbcSchema {

    private static final Logger log = LoggerFactory.getLogger(JdbcSchema.class);

    /** Without a row: it says whether the table is there, and no more. The one that the script creates last. */
    private static final String PROBE = "SELECT COUNT(*) FROM %SIGN_IN_USE WHERE 1 = 0";

    private static final String OWN_PREFIX = "IAMSMART_";

    private final JdbcCalls database;

    /**
     * Creates it.
     *
     * @param database calls the database
     */
    public JdbcSchema(JdbcCalls database) {
        this.database = database;
    }

    /**
     * Checks that the tables exist, and creates them if it may. A database that cannot be reached now may be reached
     * later: that is no failure yet.
     *
     * @param creation when it may create them
     * @throws ConfigurationException if they do not exist
     */
    public void prepare(SchemaCreation creation) {
        try {
            if (exists()) {
                return;
            }
            if (creation == SchemaCreation.ALWAYS || (creation == SchemaCreation.EMBEDDED && isEmbedded())) {
                create();
            }
            if (!exists()) {
                throw missing();
            }
        } catch (StoreException e) {
            log.warn("Whether the tables of the iAM Smart stores exist could not be checked: {}", e.getMessage());
        }
    }

    private boolean exists() {
        try (Connection connection = database.dataSource().getConnection()) {
            return exists(connection);
        } catch (SQLException e) {
            throw new StoreException("The database cannot be reached: check that it runs, and spring.datasource.*.", e);
        }
    }

    /** On a connection of its own: a statement that fails spoils the transaction of PostgreSQL. */
    private boolean exists(Connection connection) throws SQLException {
        boolean commits = connection.getAutoCommit();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(database.sql(PROBE))) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        } finally {
            if (!commits) {
                connection.rollback();
            }
        }
    }

    private boolean isEmbedded() {
        return database.url().startsWith("jdbc:h2:mem:");
    }

    private void create() {
        String script = database.dialect().schema();
        try {
            String text = withPrefix(new ClassPathResource(script).getContentAsString(UTF_8));
            DatabasePopulatorUtils.execute(
                    new ResourceDatabasePopulator(new ByteArrayResource(text.getBytes(UTF_8), script)),
                    database.dataSource());
            log.info("The tables of the iAM Smart stores were created by {}.", script);
        } catch (IOException e) {
            throw new StoreException("The script " + script + " cannot be read from the class path.", e);
        } catch (DataAccessException e) {
            // Another node may be creating them at this moment; whether they exist is asked again.
            log.debug("The script {} failed: {}", script, e.getClass().getName());
        }
    }

    /** A schema stands before the names of tables alone: indexes and constraints are in that of their table. */
    private String withPrefix(String script) {
        String prefix = database.tablePrefix();
        String name = prefix.substring(prefix.indexOf('.') + 1);
        return script.replaceAll("\\b(TABLE|ON) " + OWN_PREFIX, "$1 " + prefix)
                .replaceAll("(?<!TABLE |ON )\\b" + OWN_PREFIX, name);
    }

    private ConfigurationException missing() {
        return new ConfigurationException(
                "The database has no tables for the iAM Smart stores, or its account may not use them. Run"
                        + " the script " + database.dialect().schema() + " of this library, as a migration of Flyway or"
                        + " Liquibase for example, or set iamsmart.store.jdbc.initialize-schema=always while developing;"
                        + " a single node can do without them by iamsmart.store.type=memory.");
    }
}

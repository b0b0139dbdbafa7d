package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Locale;

/** What the databases write differently: the types of the schema, and how to ask for a number of rows. */
public enum SqlDialect {
    /** PostgreSQL, and what speaks as it does. */
    POSTGRESQL("postgresql"),
    /** MySQL 8 and MariaDB. */
    MYSQL("mysql|mariadb"),
    /** Oracle 12.2 or later: before, names were no longer than 30 characters. */
    ORACLE("oracle"),
    /** SQL Server 2012 or later. */
    SQLSERVER("microsoft sql server"),
    /** H2, for a quick start and for tests. */
    H2("h2");

    /** Their names, in lower case. */
    private final String products;

    SqlDialect(String products) {
        this.products = products;
    }

    /**
     * {@return the dialect of a database}
     *
     * @param product its name, as its driver says it
     */
    public static SqlDialect of(String product) {
        for (SqlDialect dialect : values()) {
            if (product.toLowerCase(Locale.ROOT).matches(dialect.products)) {
                return dialect;
            }
        }
        throw new ConfigurationException(
                "The database " + product + " is none that the stores know. If it speaks as one of them does, set"
                        + " iamsmart.store.jdbc.platform to postgresql, mysql, oracle, sqlserver or h2; otherwise give"
                        + " the application beans of its own of RequestStore, AnswerPartStore, CekStore and"
                        + " SignInReplayStore, or set iamsmart.store.type=memory.");
    }

    /** {@return the clause behind ORDER BY that ends after a number of rows, which is its one parameter} */
    public String firstRows() {
        return this == MYSQL ? "LIMIT ?" : "OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
    }

    /** {@return the file that creates the tables, in the class path} */
    public String schema() {
        return "io/github/iamsmart/spring/store/jdbc/schema-" + name().toLowerCase(Locale.ROOT) + ".sql";
    }
}

package io.github.iamsmart.spring.internal.store;

/** When the tables are created. */
public enum SchemaCreation {
    /** If the database is embedded: H2 in the memory of this process. */
    EMBEDDED,
    /** In every database that has none. */
    ALWAYS,
    /** Never: the application creates them, by Flyway or Liquibase for example. */
    NEVER
}

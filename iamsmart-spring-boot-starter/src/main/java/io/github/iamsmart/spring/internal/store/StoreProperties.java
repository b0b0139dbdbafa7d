package io.github.iamsmart.spring.internal.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests, answers and what nodes share is stored.
 *
 * @param type Where requests, answers and what nodes share is stored. Unless set, in the database if there is exactly
 *     one DataSource, else in Redis if there is exactly one connection factory, else in memory.
 * @param redis Stores in Redis.
 * @param jdbc Stores in a relational database.
 */
@ConfigurationProperties(StoreProperties.PREFIX)
public record StoreProperties(
        @Nullable StoreType type,
        @DefaultValue Redis redis,
        @DefaultValue Jdbc jdbc) {

    /** What the names of these properties begin with. */
    public static final String PREFIX = "iamsmart.store";

    /**
     * Stores in Redis.
     *
     * @param keyPrefix What the keys begin with. Applications that share a Redis need one each.
     */
    public record Redis(@DefaultValue("iamsmart") String keyPrefix) {}

    /**
     * Stores in a relational database.
     *
     * @param tablePrefix What the names of the tables begin with, after a schema and a dot if need be.
     * @param initializeSchema When the tables are created as the application starts.
     * @param platform What the database speaks. Unless set, its driver is asked.
     * @param timeout How long a statement may take, a second or more.
     */
    public record Jdbc(
            @DefaultValue("IAMSMART_") String tablePrefix,
            @DefaultValue("embedded") SchemaCreation initializeSchema,
            @Nullable SqlDialect platform,
            @DefaultValue("5s") Duration timeout) {}
}

package io.github.iamsmart.spring.internal.store;

import java.util.Locale;

/** Where requests, answers and what nodes share is stored. */
public enum StoreType {
    /** In the memory of this node. */
    MEMORY,
    /** In Redis. */
    REDIS,
    /** In a relational database. */
    JDBC;

    /** {@return its name as it stands in a configuration} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.store.StoreChoice;
import io.github.iamsmart.spring.internal.store.StoreType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Says once where things are stored, and why. */
final class StoreAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(StoreAnnouncement.class);

    StoreAnnouncement(StoreChoice choice, Environment environment) {
        log.info(
                "iAM Smart requests, answers and keys are stored in {}, as {}.{}",
                place(choice.type()),
                choice.reason(),
                note(choice.type(), environment));
    }

    private static String place(StoreType type) {
        return switch (type) {
            case MEMORY -> "the memory of this node";
            case REDIS -> "Redis";
            case JDBC -> "the database";
        };
    }

    /** What an operator should know who has not thought about it yet. */
    private static String note(StoreType type, Environment environment) {
        return switch (type) {
            case MEMORY -> " That suits one node: what is open is lost with it.";
            case REDIS ->
                environment.containsProperty("spring.data.redis.timeout")
                        ? ""
                        : " A command may take a minute before it fails: set spring.data.redis.timeout, to 2s for"
                                + " example.";
            case JDBC -> "";
        };
    }
}

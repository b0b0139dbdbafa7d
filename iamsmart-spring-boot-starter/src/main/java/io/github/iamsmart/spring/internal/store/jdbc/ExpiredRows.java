package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.spring.internal.store.DueTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes rows that need not be kept any longer, now and then, while others are added. Thread-safe. */
final class ExpiredRows {

    private static final Logger log = LoggerFactory.getLogger(ExpiredRows.class);

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final JdbcCalls database;
    private final String statement;
    private final Clock clock;
    private final AtomicReference<Instant> next;

    /**
     * Creates it.
     *
     * @param database calls the database
     * @param statement deletes rows that expired before a time, its one parameter
     * @param clock the time
     */
    ExpiredRows(JdbcCalls database, String statement, Clock clock) {
        this.database = database;
        this.statement = statement;
        this.clock = clock;
        this.next = new AtomicReference<>(clock.instant().plus(INTERVAL));
    }

    /** Deletes them if it is time to: one thread does, and a failure harms nobody. */
    void deleteSometimes() {
        Instant now = clock.instant();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(INTERVAL))) {
            return;
        }
        try {
            int rows = database.update(statement, DueTime.micros(now));
            log.debug("{} expired rows were deleted.", rows);
        } catch (StoreException e) {
            log.warn("Expired rows could not be deleted, which is tried again later: {}", e.getMessage());
        }
    }
}

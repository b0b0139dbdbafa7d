package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.spring.internal.store.DueTime;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import java.time.Instant;

/** Remembers in a table what may be used once. Thread-safe. */
public final class JdbcReplayStore implements SignInReplayStore {

    private static final String INSERT = "INSERT INTO %SIGN_IN_USE (EXPIRES_AT, USED_KEY) VALUES (?, ?)";
    private static final String USE_AGAIN =
            "UPDATE %SIGN_IN_USE SET EXPIRES_AT = ? WHERE USED_KEY = ? AND EXPIRES_AT <= ?";
    private static final String DELETE_EXPIRED = "DELETE FROM %SIGN_IN_USE WHERE EXPIRES_AT < ?";

    private final JdbcCalls database;
    private final Clock clock;
    private final ExpiredRows expired;

    /**
     * Creates a store.
     *
     * @param database calls the database
     * @param clock the time
     */
    public JdbcReplayStore(JdbcCalls database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.expired = new ExpiredRows(database, DELETE_EXPIRED, clock);
    }

    @Override
    public boolean isFirstUse(String key, Instant expiresAt) {
        expired.deleteSometimes();
        long until = DueTime.micros(expiresAt);
        return database.insert(INSERT, until, key)
                || database.update(USE_AGAIN, until, key, DueTime.micros(clock.instant())) == 1;
    }
}

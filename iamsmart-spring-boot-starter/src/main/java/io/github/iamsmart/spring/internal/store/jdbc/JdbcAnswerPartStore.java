package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.spring.internal.store.AnswerPartFormat;
import io.github.iamsmart.spring.internal.store.DueTime;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.support.DataAccessUtils;

/** Stores the parts of answers in a table, each in one row. Thread-safe. */
public final class JdbcAnswerPartStore implements AnswerPartStore {

    private static final String INSERT = "INSERT INTO %ANSWER_PART"
            + " (BUSINESS_ID, PART_NUMBER, PART_TOTAL, KEEP_UNTIL, DATA) VALUES (?, ?, ?, ?, ?)";
    private static final String FIND = "SELECT DATA FROM %ANSWER_PART WHERE BUSINESS_ID = ? AND PART_NUMBER = ?";
    private static final String PROGRESS = "SELECT PART_NUMBER, PART_TOTAL FROM %ANSWER_PART WHERE BUSINESS_ID = ?";
    private static final String DELETE = "DELETE FROM %ANSWER_PART WHERE BUSINESS_ID = ?";
    private static final String DELETE_EXPIRED = "DELETE FROM %ANSWER_PART WHERE KEEP_UNTIL < ?";

    private final JdbcCalls database;
    private final ExpiredRows expired;

    /**
     * Creates a store.
     *
     * @param database calls the database
     * @param clock the time
     */
    public JdbcAnswerPartStore(JdbcCalls database, Clock clock) {
        this.database = database;
        this.expired = new ExpiredRows(database, DELETE_EXPIRED, clock);
    }

    @Override
    public boolean add(AnswerPart part) {
        expired.deleteSometimes();
        return database.insert(
                INSERT,
                part.businessId().value(),
                part.number(),
                part.total(),
                DueTime.micros(part.keepUntil()),
                AnswerPartFormat.write(part));
    }

    @Override
    public Optional<AnswerPart> find(BusinessId businessId, int number) {
        return Optional.ofNullable(database.inTransaction(jdbc -> DataAccessUtils.singleResult(jdbc.query(
                database.sql(FIND),
                (row, count) -> AnswerPartFormat.read(businessId, number, row.getBytes(1)),
                businessId.value(),
                number))));
    }

    private record Numbers(int number, int total) {}

    @Override
    public AnswerProgress progress(BusinessId businessId) {
        TreeSet<Integer> received = new TreeSet<>();
        int announced = 0;
        for (Numbers part : Objects.requireNonNull(database.inTransaction(jdbc -> jdbc.query(
                database.sql(PROGRESS),
                (row, count) -> new Numbers(row.getInt(1), row.getInt(2)),
                businessId.value())))) {
            received.add(part.number());
            announced = Math.max(announced, part.total());
        }
        return new AnswerProgress(announced, received);
    }

    @Override
    public void remove(BusinessId businessId) {
        database.update(DELETE, businessId.value());
    }
}

package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.internal.store.DueTime;
import io.github.iamsmart.spring.internal.store.StoredRequestFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores requests in a table, each in one row: what is searched for stands in columns, the rest in one binary value.
 * Thread-safe.
 */
public final class JdbcRequestStore implements RequestStore {

    /** A batch of large results must not fill the memory. */
    private static final long ENOUGH_BYTES = 16L * 1024 * 1024;

    private static final String INSERT = "INSERT INTO %REQUEST"
            + " (CLIENT_ID, KIND, STATUS, VERSION, DUE_AT, DATA_LENGTH, DATA, BUSINESS_ID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REPLACE = "UPDATE %REQUEST SET CLIENT_ID = ?, KIND = ?, STATUS = ?, VERSION = ?,"
            + " DUE_AT = ?, DATA_LENGTH = ?, DATA = ? WHERE BUSINESS_ID = ? AND VERSION = ?";
    private static final String FIND = "SELECT BUSINESS_ID, DATA FROM %REQUEST WHERE BUSINESS_ID IN (";
    private static final String DUE = "SELECT BUSINESS_ID, DATA_LENGTH FROM %REQUEST"
            + " WHERE CLIENT_ID = ? AND DUE_AT <= ? ORDER BY DUE_AT, BUSINESS_ID ";
    private static final String DELETE = "DELETE FROM %REQUEST WHERE BUSINESS_ID = ?";
    private static final String COUNT = "SELECT COUNT(*) FROM %REQUEST WHERE CLIENT_ID = ? AND STATUS = ?";

    private final JdbcCalls database;

    /**
     * Creates a store.
     *
     * @param database calls the database
     */
    public JdbcRequestStore(JdbcCalls database) {
        this.database = database;
    }

    @Override
    public boolean create(StoredRequest request) {
        return database.insert(INSERT, columns(request).toArray());
    }

    @Override
    public boolean replace(StoredRequest next) {
        List<Object> parameters = columns(next);
        parameters.add(next.version() - 1);
        return database.update(REPLACE, parameters.toArray()) == 1;
    }

    private static List<Object> columns(StoredRequest request) {
        byte[] data = StoredRequestFormat.write(request);
        return new ArrayList<>(List.of(
                request.clientId(),
                request.kind(),
                request.status().name(),
                request.version(),
                DueTime.micros(request.dueAt()),
                data.length,
                data,
                request.businessId().value()));
    }

    @Override
    public Optional<StoredRequest> find(BusinessId businessId) {
        return find(List.of(businessId)).stream().findFirst();
    }

    private List<StoredRequest> find(List<BusinessId> ids) {
        String statement = FIND + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        Object[] values = ids.stream().map(BusinessId::value).toArray();
        return rows(database.inTransaction(jdbc -> jdbc.query(
                database.sql(statement),
                (row, number) -> StoredRequestFormat.read(new BusinessId(row.getString(1)), row.getBytes(2)),
                values)));
    }

    private record DueRow(BusinessId id, long length) {}

    @Override
    public List<StoredRequest> due(String clientId, Instant now, int limit) {
        String statement = DUE + database.dialect().firstRows();
        List<DueRow> rows = rows(database.inTransaction(jdbc -> jdbc.query(
                database.sql(statement),
                (row, number) -> new DueRow(new BusinessId(row.getString(1)), row.getLong(2)),
                clientId,
                DueTime.micros(now),
                limit)));
        if (rows.isEmpty()) {
            return List.of();
        }
        // Another node may have changed one meanwhile, and the column knows microseconds only.
        return find(first(rows)).stream()
                .filter(request -> !request.dueAt().isAfter(now))
                .sorted(Comparator.comparing(StoredRequest::dueAt)
                        .thenComparing(request -> request.businessId().value()))
                .toList();
    }

    /** At least one, however large it is. */
    private static List<BusinessId> first(List<DueRow> rows) {
        List<BusinessId> ids = new ArrayList<>();
        long bytes = 0;
        for (DueRow row : rows) {
            if (bytes >= ENOUGH_BYTES) {
                break;
            }
            ids.add(row.id());
            bytes += row.length();
        }
        return ids;
    }

    private static <T> List<T> rows(@Nullable List<T> rows) {
        return Objects.requireNonNullElse(rows, List.of());
    }

    @Override
    public void remove(BusinessId businessId) {
        database.update(DELETE, businessId.value());
    }

    @Override
    public long count(String clientId, RequestStatus status) {
        Long count = database.inTransaction(
                jdbc -> jdbc.queryForObject(database.sql(COUNT), Long.class, clientId, status.name()));
        return count == null ? 0 : count;
    }
}

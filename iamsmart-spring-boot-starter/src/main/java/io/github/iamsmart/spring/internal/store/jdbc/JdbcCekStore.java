package io.github.iamsmart.spring.internal.store.jdbc;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.spring.internal.store.WrappedCekFormat;
import java.util.Optional;
import org.springframework.dao.support.DataAccessUtils;

/** Shares content keys (CEK) in a table, one row for each client. Thread-safe. */
public final class JdbcCekStore implements CekStore {

    private static final String FIND = "SELECT DATA FROM %CEK WHERE CLIENT_ID = ?";
    private static final String UPDATE = "UPDATE %CEK SET DATA = ? WHERE CLIENT_ID = ?";
    private static final String INSERT = "INSERT INTO %CEK (DATA, CLIENT_ID) VALUES (?, ?)";

    private final JdbcCalls database;

    /**
     * Creates a store.
     *
     * @param database calls the database
     */
    public JdbcCekStore(JdbcCalls database) {
        this.database = database;
    }

    @Override
    public Optional<WrappedCek> find(String clientId) {
        return Optional.ofNullable(database.inTransaction(jdbc -> DataAccessUtils.singleResult(
                jdbc.query(database.sql(FIND), (row, number) -> WrappedCekFormat.read(row.getBytes(1)), clientId))));
    }

    @Override
    public void save(String clientId, WrappedCek cek) {
        byte[] data = WrappedCekFormat.write(cek);
        if (database.update(UPDATE, data, clientId) == 0 && !database.insert(INSERT, data, clientId)) {
            // Another node was first with the row.
            database.update(UPDATE, data, clientId);
        }
    }
}

package io.github.iamsmart.bulksigning;

/**
 * How far the gateway is with a bulk request ({@code status} [D]): an open value.
 *
 * @param value the code on the wire
 */
public record BulkSigningStatus(String value) {

    /** The user has not begun: only now the request can be cancelled. */
    public static final BulkSigningStatus PENDING = new BulkSigningStatus("SS001");

    /** The user has begun. */
    public static final BulkSigningStatus IN_PROGRESS = new BulkSigningStatus("SS002");

    /** The signatures are made. */
    public static final BulkSigningStatus COMPLETED = new BulkSigningStatus("SS003");

    /** It was cancelled. */
    public static final BulkSigningStatus CANCELLED = new BulkSigningStatus("SS004");

    /** It could not be completed. */
    public static final BulkSigningStatus FAILED = new BulkSigningStatus("SS005");

    /** The gateway knows no such request. */
    public static final BulkSigningStatus NO_RECORD = new BulkSigningStatus("SS006");

    /** Returns the code on the wire. */
    @Override
    public String toString() {
        return value;
    }
}

package io.github.iamsmart.bulksigning;

/**
 * The status of a bulk request at the gateway ({@code status} [D]): an open value.
 *
 * @param value the code on the wire
 */
public record BulkSigningStatus(String value) {

    /** The user has not started. Only in this status can the request be cancelled. */
    public static final BulkSigningStatus PENDING = new BulkSigningStatus("SS001");

    /** The user has started. */
    public static final BulkSigningStatus IN_PROGRESS = new BulkSigningStatus("SS002");

    /** The documents are signed. */
    public static final BulkSigningStatus COMPLETED = new BulkSigningStatus("SS003");

    /** The request was cancelled. */
    public static final BulkSigningStatus CANCELLED = new BulkSigningStatus("SS004");

    /** The request could not be completed. */
    public static final BulkSigningStatus FAILED = new BulkSigningStatus("SS005");

    /** The gateway knows no such request. */
    public static final BulkSigningStatus NO_RECORD = new BulkSigningStatus("SS006");

    /** {@return the code on the wire} */
    @Override
    public String toString() {
        return value;
    }
}

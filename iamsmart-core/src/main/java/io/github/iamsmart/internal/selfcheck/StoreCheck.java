package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the store of requests stores. */
final class StoreCheck {

    private static final String ID = "store";

    /** No client delivers what belongs to another one. */
    private static final String CLIENT = "iamsmart-self-check";

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final RequestStore store;
    private final CekStore ceks;
    private final String clientId;
    private final Clock clock;
    private final LineWriter findings;

    StoreCheck(RequestStore store, CekStore ceks, String clientId, Clock clock, LineWriter findings) {
        this.store = store;
        this.ceks = ceks;
        this.clientId = clientId;
        this.clock = clock;
        this.findings = findings;
    }

    void check() {
        if (store instanceof MemoryRequestStore) {
            findings.pass(
                    ID,
                    "",
                    "Requests are in the memory of this node: they are lost when it ends, and other nodes do not see them.",
                    "This is right for one node. For more, give all of them one shared RequestStore.");
        } else {
            shared();
        }
        keys();
    }

    private void shared() {
        String name = name(store);
        try {
            String problem = roundTrip();
            if (problem.isEmpty()) {
                findings.pass(ID, "", "The store of requests (" + name + ") keeps, finds and removes an entry.");
            } else {
                findings.failure(
                        ID,
                        "",
                        "The store of requests (" + name + ") " + problem,
                        "Results of users would be lost: check the store against the documentation of RequestStore.");
            }
        } catch (RuntimeException e) {
            // Its message may quote an address with a password.
            findings.failure(
                    ID,
                    "",
                    "The store of requests (" + name + ") fails: "
                            + e.getClass().getSimpleName() + ".",
                    "Check that the database is there, and that this application may write into its table. The"
                            + " application's log has more.");
        }
    }

    private String roundTrip() {
        StoredRequest entry = entry();
        BusinessId id = entry.businessId();
        if (!store.create(entry)) {
            return "says that it knows an entry that is new.";
        }
        try {
            return store.find(id).filter(entry::equals).isPresent()
                    ? ""
                    : "does not find an entry as it was stored a moment ago.";
        } finally {
            store.remove(id);
        }
    }

    private StoredRequest entry() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new StoredRequest(
                BusinessId.random(),
                CLIENT,
                "self-check",
                "self-check",
                null,
                null,
                null,
                now,
                now.plus(LIFE),
                RequestStatus.PENDING,
                null,
                0,
                now.plus(LIFE),
                0);
    }

    /** {@return the name of its class without the package, also of a class without a name of its own} */
    private static String name(Object store) {
        String name = store.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void keys() {
        String id = "cek-store";
        if (ceks == CekStore.NONE) {
            findings.pass(id, "", "Each node fetches the content key by itself; none is shared.");
            return;
        }
        String name = name(ceks);
        try {
            boolean found = ceks.find(clientId).isPresent();
            findings.pass(
                    id,
                    "",
                    "The store of content keys (" + name + ") can be read; it has " + (found ? "a key" : "no key yet")
                            + " of this client.");
        } catch (RuntimeException e) {
            findings.warning(
                    id,
                    "",
                    "The store of content keys (" + name + ") fails: "
                            + e.getClass().getSimpleName() + ". Each node asks the gateway instead.",
                    "Check that the database is there, and that this application may read and write in it.");
        }
    }
}

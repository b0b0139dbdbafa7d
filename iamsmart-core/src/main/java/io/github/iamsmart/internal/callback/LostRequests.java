package io.github.iamsmart.internal.callback;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that requests are lost because open ones are kept in the memory of one node. A callback that proves to be the
 * gateway's, for a request that this node does not know, is the sign: nobody but another node of this client, or this
 * one before its last start, has begun it. Thread-safe.
 */
public final class LostRequests {

    private static final Logger log = LoggerFactory.getLogger(CallbackApi.class);

    private final boolean inMemory;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param store where requests are kept
     */
    public LostRequests(RequestStore store) {
        this.inMemory = store instanceof MemoryRequestStore;
    }

    /** A callback of the gateway names a request that is not in the store. */
    void noteGenuineCallback() {
        if (inMemory && !said.getAndSet(true)) {
            log.warn("A result of iAM Smart is lost: its callback is genuine, but this node does not know the request."
                    + " Open requests are in the memory of the node that began them, so either this application has several"
                    + " nodes without a shared store, or it has been restarted since. Give all nodes one RequestStore, and"
                    + " one AnswerPartStore for bulk signing: as beans with Spring, otherwise with requestStore(…) and"
                    + " answerPartStore(…) of the client's builder. docs/callbacks.md tells more under \"Several nodes\"."
                    + " This is logged once.");
        }
    }
}

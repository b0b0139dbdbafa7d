package io.github.iamsmart.simulator.client;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The businessIDs of one client, none of which may come again. An id is used once its request is accepted [?]; how long
 * the real gateway remembers one is not public, here the last 100,000 are.
 */
public final class UsedBusinessIds {
    private static final int CAPACITY = 100_000;

    private final Set<String> used = new LinkedHashSet<>();

    public synchronized void use(String businessId) {
        if (used.contains(businessId)) {
            throw Refusal.about(
                    "businessID",
                    Code.BUSINESS_ID,
                    "The businessID " + businessId + " was used for an earlier request of this client.");
        }
        if (used.size() == CAPACITY) {
            Iterator<String> oldest = used.iterator();
            oldest.next();
            oldest.remove();
        }
        used.add(businessId);
    }
}

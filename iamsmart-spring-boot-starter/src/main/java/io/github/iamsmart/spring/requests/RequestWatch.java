package io.github.iamsmart.spring.requests;

import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestTracker;
import io.github.iamsmart.tracking.RequestView;
import java.util.Optional;
import java.util.function.Function;

/** Looks how far requests are, for the browsers that began them. Thread-safe. */
public final class RequestWatch {

    private final RequestTracker tracker;
    private final Function<BusinessId, BulkSigningProgress> progress;

    /**
     * Creates it.
     *
     * @param tracker knows the requests
     * @param progress knows which parts of the answer of a bulk request are there
     */
    public RequestWatch(RequestTracker tracker, Function<BusinessId, BulkSigningProgress> progress) {
        this.tracker = tracker;
        this.progress = progress;
    }

    /**
     * A request at this moment.
     *
     * @param view how far it is
     * @param progress which parts of its answer are there, if it is answered in parts
     */
    record Sight(RequestView view, BulkSigningProgress progress) {}

    /** Returns nothing for an unknown request, and for one that another browser began. */
    Optional<Sight> look(BusinessId businessId, String owner) {
        return tracker.view(businessId, owner)
                .map(view -> new Sight(
                        view, view.isOf(BulkSigningApi.KINDS) ? progress.apply(businessId) : BulkSigningProgress.NONE));
    }
}

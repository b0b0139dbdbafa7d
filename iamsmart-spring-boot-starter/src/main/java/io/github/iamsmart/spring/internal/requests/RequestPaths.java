package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.requests.BusinessId;

/** Where a waiting page asks, below the path prefix. */
public final class RequestPaths {

    /** The name of the variable in the mappings. */
    public static final String BUSINESS_ID = "businessId";

    private static final String REQUESTS = "/requests/";

    /** The mapping of the state of a request. */
    public static final String STATE = REQUESTS + "{" + BUSINESS_ID + "}";

    /** The mapping of its server-sent events. */
    public static final String EVENTS = STATE + "/events";

    private RequestPaths() {}

    static String state(BusinessId businessId) {
        return REQUESTS + businessId;
    }
}

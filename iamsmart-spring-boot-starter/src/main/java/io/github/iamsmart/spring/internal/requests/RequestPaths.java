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

    /** The mapping of the page that waits for it. */
    public static final String PAGE = STATE + "/page";

    /** The mapping of the endpoint to which the browser returns from the gateway after an anonymous request. */
    public static final String ANONYMOUS_RETURN = "/callback/anonymous";

    /** The mapping of the page that leads the browser of an anonymous request on to the gateway. */
    public static final String GATEWAY = STATE + "/gateway";

    /** Where a browser goes on when its user has signed in for a request. */
    public static final String CONTINUE = "/requests/continue";

    private RequestPaths() {}

    /**
     * {@return the path of the page of a request, below the path prefix}
     *
     * @param businessId the request
     */
    public static String page(BusinessId businessId) {
        return state(businessId) + "/page";
    }

    /**
     * {@return the path of the page that leads on to the gateway, below the path prefix}
     *
     * @param businessId the request
     */
    public static String gateway(BusinessId businessId) {
        return state(businessId) + "/gateway";
    }

    /**
     * {@return where the state of a request is, below the path prefix}
     *
     * @param businessId the request
     */
    public static String state(BusinessId businessId) {
        return REQUESTS + businessId;
    }
}

package io.github.iamsmart.samples.onlineservice.permit;

import jakarta.servlet.http.HttpServletRequest;

/** Whether the applicant has signed in: every page of the form is there for both. */
public enum AccessMode {
    SIGNED_IN("/services/permit", "/services/permit"),
    ANONYMOUS("/permit", "/permit/new");

    private final String base;
    private final String start;

    AccessMode(String base, String start) {
        this.base = base;
        this.start = start;
    }

    static AccessMode of(HttpServletRequest request) {
        return request.getServletPath().startsWith(SIGNED_IN.base) ? SIGNED_IN : ANONYMOUS;
    }

    /** What the paths of the pages begin with. */
    public String base() {
        return base;
    }

    /** The first page. */
    public String start() {
        return start;
    }

    /** Whether iAM Smart is asked a second time before the form is submitted. */
    public boolean signedIn() {
        return this == SIGNED_IN;
    }
}

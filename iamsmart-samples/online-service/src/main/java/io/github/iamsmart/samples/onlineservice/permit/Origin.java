package io.github.iamsmart.samples.onlineservice.permit;

/** Where a value of the form comes from, which decides how far it is trusted. */
public enum Origin {
    /** iAM Smart has verified it: it is shown and cannot be changed. */
    VERIFIED,
    /** The applicant once typed it into the app, and nobody has checked it: it may be out of date. */
    FROM_APP,
    /** The applicant typed it here. */
    TYPED
}

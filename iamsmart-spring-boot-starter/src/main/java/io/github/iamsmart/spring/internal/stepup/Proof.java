package io.github.iamsmart.spring.internal.stepup;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A user has authenticated again. The session keeps it.
 *
 * @param version of the form of this record: nodes of two releases run side by side during an update
 * @param client the name of the client
 * @param user the digest of the user
 * @param at when the approval came
 */
record Proof(int version, String client, String user, Instant at) implements Serializable {

    static final int VERSION = 1;

    private static final long serialVersionUID = 1L;

    static Proof of(String client, String user, Instant at) {
        return new Proof(VERSION, client, user, at);
    }

    boolean counts(String ofClient, String ofUser, Instant now, Duration within) {
        return version == VERSION && client.equals(ofClient) && user.equals(ofUser) && now.isBefore(at.plus(within));
    }
}

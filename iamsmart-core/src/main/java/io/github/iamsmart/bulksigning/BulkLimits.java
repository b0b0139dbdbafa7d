package io.github.iamsmart.bulksigning;

import io.github.iamsmart.internal.requests.TextLimit;

/** The limits of a bulk request [D], checked before anything is sent. */
final class BulkLimits {

    static final int MOST_DOCUMENTS = 1000;
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_NAME = 255;

    private BulkLimits() {}

    static void checkDocument(String id, String name) {
        check("id", id, LONGEST_ID);
        checkName("documentName", name);
    }

    static void checkName(String member, String value) {
        check(member, value, LONGEST_NAME);
    }

    private static void check(String member, String value, int longest) {
        TextLimit.check(value, member, "in a bulk signing request", longest);
    }
}

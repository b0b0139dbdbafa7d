package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ConfigurationException;

/** What a bulk request may have [D], checked before anything is sent. */
final class BulkLimits {

    static final int MOST_DOCUMENTS = 1000;
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_DEPARTMENT = 100;
    private static final int LONGEST_NAME = 255;

    private BulkLimits() {}

    static void checkDocument(String id, String name) {
        check("id", id, LONGEST_ID);
        checkName("documentName", name);
    }

    static void checkName(String member, String value) {
        check(member, value, LONGEST_NAME);
    }

    static void checkDepartment(String value) {
        check("department", value, LONGEST_DEPARTMENT);
    }

    /** A Chinese character counts as one, also where Java needs two {@code char}s for it. */
    private static void check(String member, String value, int longest) {
        int length = value.codePointCount(0, value.length());
        if (value.isBlank() || length > longest) {
            throw new ConfigurationException("The " + member + " in a bulk signing request has 1 to " + longest
                    + " characters, not " + length + (value.isBlank() ? " blanks." : "."));
        }
    }
}

package io.github.iamsmart.error;

import io.github.iamsmart.internal.text.UserTexts;
import java.util.Locale;

/** What an end user is told: a sentence in {@code user-messages} files. */
final class UserMessage {

    static final String FILES = "user-messages";

    private static final UserTexts GENERAL = UserTexts.load(UserMessage.class, FILES);

    /** For codes that nobody has described yet. */
    static final UserMessage NOT_COMPLETED = general("not-completed");

    /** The service or its configuration is at fault; the user can do nothing. */
    static final UserMessage TECHNICAL_PROBLEM = general("technical-problem");

    static final UserMessage TRY_AGAIN_SHORTLY = general("try-again-shortly");

    /** A number that the user typed is none. */
    static final UserMessage HKIC_MISTYPED = general("hkic-mistyped");

    /** The gateway could not be reached. */
    static final UserMessage NO_ANSWER = general("no-answer");

    private final UserTexts texts;
    private final String key;

    UserMessage(UserTexts texts, String key) {
        if (!texts.keys().contains(key)) {
            throw new IllegalStateException("The user-messages files have no sentence " + key + ".");
        }
        this.texts = texts;
        this.key = key;
    }

    /** {@return a sentence that belongs to no flow} */
    static UserMessage general(String key) {
        return new UserMessage(GENERAL, key);
    }

    UserTexts texts() {
        return texts;
    }

    String key() {
        return key;
    }

    String text(Locale locale) {
        return texts.text(key, locale);
    }
}

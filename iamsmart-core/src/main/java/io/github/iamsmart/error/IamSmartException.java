package io.github.iamsmart.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this SDK throws.
 *
 * <p>The message says what happened and what to do about it, in English, for a developer. It never contains a secret, a
 * key, a token or personal data, and neither does a cause. {@link #userMessage(Locale)} is the sentence to show to the
 * end user.
 */
public abstract sealed class IamSmartException extends RuntimeException
        permits ConfigurationException,
                TransportException,
                ProtocolException,
                CryptoException,
                GatewayException,
                DocumentException {

    private static final long serialVersionUID = 1L;

    IamSmartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns what the end user should be told.
     *
     * @param locale the user's language: Traditional Chinese for {@code zh-HK} and its kin, Simplified Chinese for
     *     other {@code zh}, English for everything else
     * @return one or two sentences, free of technical terms
     */
    public String userMessage(Locale locale) {
        UserMessage message = retryCanHelp() ? UserMessage.TRY_AGAIN_SHORTLY : UserMessage.TECHNICAL_PROBLEM;
        return message.text(locale);
    }

    /**
     * Returns whether the same call can succeed when it is made again, as it is, a little later.
     *
     * @return {@code false} where something must be changed first
     */
    public boolean retryCanHelp() {
        return false;
    }
}

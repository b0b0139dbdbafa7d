package io.github.iamsmart.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of this SDK.
 *
 * <p>The message says what happened and what to do about it, in English, for developers. Neither the message nor the
 * cause ever contains a secret, a key, a token or personal data. {@link #userMessage(Locale)} is the message to show to
 * the user.
 */
public abstract sealed class IamSmartException extends RuntimeException
        permits ConfigurationException,
                InvalidRequestException,
                TransportException,
                ProtocolException,
                CryptoException,
                GatewayException,
                StoreException,
                DocumentException,
                HkicFormatException {

    private static final long serialVersionUID = 1L;

    IamSmartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * {@return the message for the user: one or two sentences, free of technical terms}
     *
     * @param locale the user's language: Traditional Chinese for {@code zh-HK} and its relatives, Simplified Chinese
     *     for other {@code zh}, English for everything else
     */
    public String userMessage(Locale locale) {
        UserMessage message = retryCanHelp() ? UserMessage.TRY_AGAIN_SHORTLY : UserMessage.TECHNICAL_PROBLEM;
        return message.text(locale);
    }

    /**
     * {@return whether the same call, unchanged, may succeed a little later; {@code false} where something must be
     * changed first}
     */
    public boolean retryCanHelp() {
        return false;
    }
}

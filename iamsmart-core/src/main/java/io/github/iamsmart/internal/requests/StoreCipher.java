package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;

/** Opens what a store kept, and seals what it is to keep. Thread-safe. */
public interface StoreCipher {

    /** {@return the business object of an answer, UTF-8 JSON} */
    byte[] open(SealedAnswer answer);

    /** {@return what is in a file} */
    byte[] open(AnswerFile file);

    /**
     * {@return what a request's pages need again, sealed under a key that the gateway has issued}
     *
     * @param context UTF-8 text
     * @throws io.github.iamsmart.error.CryptoException if there is no such key yet
     */
    SealedContext seal(byte[] context);

    /** {@return what {@link #seal} was given} */
    byte[] open(SealedContext context);
}

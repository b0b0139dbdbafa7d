package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.SealedAnswer;

/** Opens what a store kept. Thread-safe. */
public interface AnswerOpener {

    /** {@return the business object of an answer, UTF-8 JSON} */
    byte[] open(SealedAnswer answer);

    /** {@return what is in a file} */
    byte[] open(AnswerFile file);
}

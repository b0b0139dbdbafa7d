package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.store.SealedAnswer;

/** The bytes of an answer within those of what it belongs to. */
final class SealedAnswerFormat {

    private SealedAnswerFormat() {}

    static void write(SealedAnswer answer, ValueWriter out) {
        out.text(answer.code().value())
                .text(answer.txId().orElse(null))
                .text(answer.wrappedKey())
                .octets(answer.content())
                .instant(answer.receivedAt());
    }

    static SealedAnswer read(ValueReader in) {
        return new SealedAnswer(ErrorCode.of(in.text()), in.textOrNull(), in.text(), in.octets(), in.instant());
    }
}

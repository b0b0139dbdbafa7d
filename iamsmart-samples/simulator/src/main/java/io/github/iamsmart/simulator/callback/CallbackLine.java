package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.journal.CallDraft;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A callback's line in the journal, before its end is known. */
final class CallbackLine {
    private CallbackLine() {}

    static CallDraft sent(Callback callback, CallbackMessage message) {
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("Content-Type", message.contentType());
        CallDraft line = draft(callback, headers, message.body());
        message.signedHead().ifPresent(line::signed);
        message.plaintext().ifPresent(line::opened);
        return line;
    }

    /** One that could not be written. */
    static CallDraft unwritten(Callback callback) {
        return draft(callback, Map.of(), new byte[0]);
    }

    private static CallDraft draft(Callback callback, Map<String, String> headers, byte[] body) {
        URI target = callback.target();
        String withoutQuery = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
        return CallDraft.callback(withoutQuery, target.toString(), headers, body)
                .client(Optional.of(callback.clientId()))
                .ticket(Optional.of(callback.request().terms().ticketId()));
    }
}

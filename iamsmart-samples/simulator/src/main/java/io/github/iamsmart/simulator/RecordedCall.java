package io.github.iamsmart.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the journal with everything that is known of it: a call that the gateway answered, or a callback that it
 * sent. Client secrets, tokens and codes are cut to their beginning in every text; a CEK stands there only as on the
 * wire, encrypted under the client's KEK. Long texts are cut at 64 Ki characters, and of old calls only the summary is
 * kept.
 *
 * @param number counts the journal's lines, from 1; never used twice by one simulator
 * @param direction who called whom
 * @param ticketId the request that it belongs to, as far as that is known
 * @param target the path with its query; for a callback the whole URL
 * @param signedText what the gateway signed to check a call, or to sign a callback, without the secret; empty where
 *     nothing is signed
 * @param request what was sent
 * @param answer what came back; for a callback the service's answer, empty where none came
 * @param summary the line as in {@link IamSmartSimulator#log()}
 */
public record RecordedCall(
        long number,
        Direction direction,
        Optional<String> ticketId,
        String target,
        Optional<String> signedText,
        Message request,
        Message answer,
        LogEntry summary) {

    /** Who called whom. */
    public enum Direction {
        /** A service called the gateway. */
        CALL,
        /** A browser opened a page of the gateway. */
        BROWSER,
        /** The gateway called a service. */
        CALLBACK
    }

    /**
     * A request or an answer. Its {@code toString} shows nothing of it.
     *
     * @param headers by the name as it was sent, or in lower case where the gateway received it
     * @param body as on the wire, in UTF-8
     * @param content what was sealed inside, decrypted; JSON
     */
    public record Message(Map<String, List<String>> headers, String body, Optional<String> content) {

        /** Of which nothing is known. */
        public static final Message NONE = new Message(Map.of(), "", Optional.empty());

        public Message {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Message[]";
        }
    }

    /** {@return the path without its query, for example {@code /api/v1/auth/getToken}; for a callback the URL} */
    public String path() {
        return summary.path();
    }

    /** {@return whether the gateway refused it, or the service did not take it} */
    public boolean refused() {
        boolean success = summary.code().map(code -> code.equals("D00000")).orElse(true);
        boolean answered = direction == Direction.CALLBACK ? summary.httpStatus() == 200 : summary.httpStatus() < 400;
        return !answered || (direction != Direction.CALLBACK && !success);
    }

    @Override
    public String toString() {
        return "RecordedCall[number=" + number + ", direction=" + direction + ", path=" + path() + ", httpStatus="
                + summary.httpStatus() + ", code=" + summary.code().orElse("none") + "]";
    }
}

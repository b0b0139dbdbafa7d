package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.RecordedCall.Direction;
import io.github.iamsmart.simulator.RecordedCall.Message;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one call so far. Used by one thread. Secrets are masked when the line is made. */
public final class CallDraft {
    private final Direction direction;
    private final String method;
    private final String path;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private Optional<String> clientId = Optional.empty();
    private Optional<String> ticketId = Optional.empty();
    private Optional<String> clientSecret = Optional.empty();
    private @Nullable String signedHead;
    private byte @Nullable [] opened;
    private Map<String, List<String>> answerHeaders = Map.of();
    private byte[] answerBody = new byte[0];
    private byte @Nullable [] answerOpened;
    private int status;
    private @Nullable String code;
    private @Nullable String reason;

    private CallDraft(
            Direction direction,
            String method,
            String path,
            String target,
            Map<String, List<String>> headers,
            byte[] body) {
        this.direction = direction;
        this.method = method;
        this.path = path;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /** A server calls the gateway. */
    public static CallDraft call(HttpCall call) {
        return arrived(Direction.CALL, call).client(call.header("clientID"));
    }

    /** A browser opens a page of the gateway. */
    public static CallDraft browser(HttpCall call) {
        return arrived(Direction.BROWSER, call).client(call.query().first("clientID"));
    }

    /**
     * The gateway calls a service.
     *
     * @param url where, without its query
     * @param headers those that the simulator sets
     */
    public static CallDraft callback(String url, String whole, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new CallDraft(Direction.CALLBACK, "POST", url, whole, lists, body);
    }

    private static CallDraft arrived(Direction direction, HttpCall call) {
        String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
        return new CallDraft(direction, call.method(), call.path(), call.path() + query, call.headers(), call.body());
    }

    public CallDraft client(Optional<String> id) {
        clientId = id;
        return this;
    }

    /** The secret that must not be seen. */
    public CallDraft hiding(String secret) {
        clientSecret = Optional.of(secret);
        return this;
    }

    public CallDraft ticket(Optional<String> id) {
        ticketId = id;
        return this;
    }

    /** What was signed before the body. */
    public CallDraft signed(String head) {
        signedHead = head;
        return this;
    }

    /** What the request had sealed. */
    public CallDraft opened(byte[] plaintext) {
        opened = plaintext;
        return this;
    }

    /** What the answer has sealed. */
    public CallDraft answerOpened(byte[] plaintext) {
        answerOpened = plaintext;
        return this;
    }

    public CallDraft answered(HttpAnswer answer) {
        Map<String, List<String>> lists = new HashMap<>();
        answer.headers().forEach((name, value) -> lists.put(name, List.of(value)));
        return answered(answer.status(), lists, answer.body());
    }

    public CallDraft answered(int httpStatus, Map<String, List<String>> withHeaders, byte[] withBody) {
        status = httpStatus;
        answerHeaders = withHeaders;
        answerBody = withBody;
        return this;
    }

    public CallDraft status(int httpStatus) {
        status = httpStatus;
        return this;
    }

    /**
     * How it ended.
     *
     * @param why it was refused, or which fault it shows; null if there is nothing to say
     */
    public CallDraft ended(@Nullable String withCode, @Nullable String why) {
        code = withCode;
        reason = why;
        return this;
    }

    LogEntry summary(Instant time) {
        return new LogEntry(
                time, clientId, method, path, status, Optional.ofNullable(code), Optional.ofNullable(reason));
    }

    RecordedCall line(long number, Instant time) {
        Masking masking = new Masking(clientSecret);
        Optional<String> signed = Optional.ofNullable(signedHead).map(head -> masking.of(head + KeptText.of(body)));
        return new RecordedCall(
                number,
                direction,
                ticketId,
                masking.of(KeptText.of(target)),
                signed,
                message(masking, headers, body, opened),
                message(masking, answerHeaders, answerBody, answerOpened),
                summary(time));
    }

    private static Message message(
            Masking masking, Map<String, List<String>> headers, byte[] body, byte @Nullable [] plaintext) {
        return new Message(
                KeptHeaders.of(headers, masking),
                masking.of(KeptText.of(body)),
                Optional.ofNullable(plaintext).map(KeptText::of).map(masking::of));
    }
}

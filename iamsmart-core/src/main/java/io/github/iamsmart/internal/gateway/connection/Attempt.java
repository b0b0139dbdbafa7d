package io.github.iamsmart.internal.gateway.connection;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What is known about one attempt to send a request. It travels with the request, as its tag. */
public final class Attempt extends EventListener {

    private static final Headers NO_HEADERS = new Headers.Builder().build();

    private volatile boolean sent;
    private volatile boolean answered;
    private volatile @Nullable ConnectionState connection;
    private volatile Headers answer = NO_HEADERS;

    /** Creates it. */
    public Attempt() {}

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void responseHeadersStart(Call call) {
        answered = true;
    }

    void uses(ConnectionState state) {
        connection = state;
    }

    void answeredWith(Headers headers) {
        answer = headers;
    }

    /** Ends the attempt: from now on its connection is idle. */
    public void end() {
        ConnectionState state = connection;
        if (state != null) {
            state.end();
        }
    }

    /** {@return whether the request began to be sent: only before that is it certain that it has not arrived} */
    public boolean sent() {
        return sent;
    }

    /** {@return whether an answer began to come} */
    public boolean answered() {
        return answered;
    }

    /** {@return whether more came than an answer may have} */
    public boolean broughtTooMuch() {
        ConnectionState state = connection;
        return state != null && state.broughtTooMuch();
    }

    /** {@return the headers of the answer as they came, of which OkHttp sees less} */
    public Headers answer() {
        return answer;
    }
}

package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.CallbackUrlListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a sign-in: announces the callback URL, binds a new state to the browser, and sends the browser on. */
public final class SignInStart {

    private final SignInUrls urls;
    private final SignInTracker tracker;
    private final SignInCompletion completion;
    private final List<CallbackUrlListener> listeners;

    /**
     * Creates it.
     *
     * @param urls the application's URLs
     * @param tracker makes the state
     * @param completion answers a browser that cannot start
     * @param listeners receive the callback URL
     */
    public SignInStart(
            SignInUrls urls, SignInTracker tracker, SignInCompletion completion, List<CallbackUrlListener> listeners) {
        this.urls = urls;
        this.tracker = tracker;
        this.completion = completion;
        this.listeners = List.copyOf(listeners);
    }

    /** Sends the browser on. */
    @FunctionalInterface
    public interface Redirect {

        /**
         * Answers the request.
         *
         * @param state what the browser must bring back
         * @param callback where it must bring it
         * @throws IOException if the response cannot be written
         */
        void send(State state, URI callback) throws IOException;
    }

    /**
     * Starts a sign-in, or answers why it cannot.
     *
     * @param request the request at hand
     * @param response gets the cookie and the redirect
     * @param language the language of iAM Smart's pages
     * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
     * @param returnTo where to go afterwards, a path within the application; {@code null} for the usual page
     * @param redirect sends the browser on
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void start(
            HttpServletRequest request,
            HttpServletResponse response,
            Language language,
            boolean sameDevice,
            @Nullable String returnTo,
            Redirect redirect)
            throws IOException, ServletException {
        try {
            URI application = urls.application(request);
            URI callback = urls.loginCallback(application);
            listeners.forEach(listener -> listener.onCallbackUrl(callback));
            redirect.send(tracker.begin(request, response, application, language, sameDevice, returnTo), callback);
        } catch (IamSmartException e) {
            completion.failed(request, response, e, language, returnTo);
        }
    }
}

package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.RefererPath;
import io.github.iamsmart.spring.requests.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;

/** Collects what the application says about a request, and checks it at once. */
final class DefaultRequestStart implements RequestStart {

    private static final Logger log = LoggerFactory.getLogger(DefaultRequestStart.class);

    private final UserRequest request;
    private final EndpointSettings endpoints;
    private final Sender sender;

    private @Nullable String reference;
    private String goTo = "/";
    private @Nullable String againAt;
    private boolean sent;

    DefaultRequestStart(UserRequest request, EndpointSettings endpoints, Sender sender) {
        this.request = request;
        this.endpoints = endpoints;
        this.sender = sender;
    }

    /** Sends the request. */
    @FunctionalInterface
    interface Sender {

        /** {@return where the browser is led} */
        View send(HttpServletRequest request, HttpServletResponse response, Beginning beginning);
    }

    @Override
    public RequestStart reference(String value) {
        // It is refused here, and not when the user is back from a sign-in.
        RequestOptions.builder().reference(value).build();
        this.reference = value;
        return this;
    }

    @Override
    public RequestStart thenGoTo(String path) {
        this.goTo = local("thenGoTo", path);
        return this;
    }

    @Override
    public RequestStart againAt(String path) {
        this.againAt = local("againAt", path);
        return this;
    }

    private static String local(String method, String path) {
        return LocalPath.of(path)
                .orElseThrow(() -> new InvalidRequestException(method + " takes a path within the application, from"
                        + " one slash on and of at most 1024 characters, such as /permits/17. What was given is"
                        + " none, and could lead the browser elsewhere."));
    }

    @Override
    public View redirect() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw outside();
        }
        HttpServletResponse response = attributes.getResponse();
        if (response == null) {
            throw outside();
        }
        if (sent) {
            throw new IllegalStateException("This request has begun already: call begin again for another one.");
        }
        sent = true;
        HttpServletRequest current = attributes.getRequest();
        if (Navigation.isNone(current)) {
            // A link checker and a speculative load must ask nobody anything.
            return (model, ahead, answer) -> Navigation.begin(ahead, answer);
        }
        String again =
                againAt != null ? againAt : RefererPath.of(current, endpoints).orElse(goTo);
        if (isOfAnotherSite(current)) {
            log.warn(
                    "A form of another site posted to {}: no request was sent, its user sees {} instead.",
                    current.getRequestURI().replaceAll("[^ -~]", "?"),
                    again);
            return new SeeOther(endpoints.application().path(current) + again);
        }
        return sender.send(current, response, new Beginning(request, reference, goTo, again));
    }

    /** Browsers say so. Who merely looks at another site must find no request in their app. */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static IllegalStateException outside() {
        return new IllegalStateException("There is no browser here to lead to iAM Smart: call redirect() in a method of"
                + " a controller, on the thread that Spring MVC calls it on. Elsewhere, use IamSmartClient.initiate.");
    }
}

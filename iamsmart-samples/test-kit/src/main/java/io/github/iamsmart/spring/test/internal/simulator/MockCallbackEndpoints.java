package io.github.iamsmart.spring.test.internal.simulator;

import io.github.iamsmart.simulator.OutgoingCallback;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * The callback endpoints of an application in a mock web environment, where no server makes servlets of them. Empty in
 * any other.
 */
public final class MockCallbackEndpoints {

    private final WebApplicationContext application;
    private final ObjectProvider<ServletRegistrationBean<?>> servlets;

    /**
     * Creates it.
     *
     * @param application has the endpoints
     * @param servlets say at which path each is
     */
    public MockCallbackEndpoints(
            WebApplicationContext application, ObjectProvider<ServletRegistrationBean<?>> servlets) {
        this.application = application;
        this.servlets = servlets;
    }

    /** {@return the endpoints by their path within the application} */
    public Map<String, CallbackEndpoint> byPath() {
        Map<String, CallbackEndpoint> endpoints = new LinkedHashMap<>();
        if (application.getServletContext() instanceof MockServletContext) {
            servlets.orderedStream().forEach(servlet -> {
                String name = servlet.getServletName();
                if (application.containsBean(name) && application.isTypeMatch(name, CallbackEndpoint.class)) {
                    CallbackEndpoint endpoint = application.getBean(name, CallbackEndpoint.class);
                    servlet.getUrlMappings().forEach(path -> endpoints.put(path, endpoint));
                }
            });
        }
        return endpoints;
    }

    /**
     * Posts a callback to its endpoint.
     *
     * @param callback what is posted
     * @return the status of the answer; empty if no endpoint of this context is at its address
     */
    OptionalInt post(OutgoingCallback callback) {
        String path = callback.target().getPath();
        return byPath().entrySet().stream()
                .filter(endpoint -> path.endsWith(endpoint.getKey()))
                .mapToInt(endpoint -> post(callback, endpoint.getValue()))
                .findFirst();
    }

    private int post(OutgoingCallback callback, CallbackEndpoint endpoint) {
        MockHttpServletRequest request = new MockHttpServletRequest(
                application.getServletContext(), "POST", callback.target().getPath());
        request.setContent(callback.body());
        callback.headers().forEach(request::addHeader);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            endpoint.handleRequest(request, response);
        } catch (IOException e) {
            throw new IllegalStateException("The callback endpoint has failed.", e);
        }
        return response.getStatus();
    }
}

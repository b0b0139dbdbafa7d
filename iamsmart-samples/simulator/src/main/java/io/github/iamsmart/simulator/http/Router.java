package io.github.iamsmart.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the endpoint of a method and a path; {@code *} in a pattern stands for one segment, {@code **} for the rest.
 */
public final class Router implements HttpEndpoint {
    private final Map<String, Map<String, HttpEndpoint>> routes = new LinkedHashMap<>();

    public Router on(String method, String pattern, HttpEndpoint endpoint) {
        routes.computeIfAbsent(pattern, key -> new LinkedHashMap<>()).put(method, endpoint);
        return this;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        Set<String> allowed = new TreeSet<>();
        for (Map.Entry<String, Map<String, HttpEndpoint>> route : routes.entrySet()) {
            if (matches(route.getKey(), call.path())) {
                HttpEndpoint endpoint = route.getValue().get(call.method());
                if (endpoint != null) {
                    return endpoint.answer(call);
                }
                allowed.addAll(route.getValue().keySet());
            }
        }
        if (allowed.isEmpty()) {
            return sentence(404, "There is nothing at " + call.path() + ".");
        }
        String methods = String.join(", ", allowed);
        return sentence(405, call.path() + " answers to " + methods + ", not to " + call.method() + ".")
                .with("Allow", methods);
    }

    /** A JSON object with one sentence in {@code error}. */
    public static HttpAnswer sentence(int status, String text) {
        return HttpAnswer.json(status, SentenceJson.of(text));
    }

    private static boolean matches(String pattern, String path) {
        if (pattern.endsWith("/**")) {
            return path.startsWith(pattern.substring(0, pattern.length() - 2));
        }
        if (!pattern.contains("*")) {
            return pattern.equals(path);
        }
        List<String> expected = segments(pattern);
        List<String> actual = segments(path);
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean any = expected.get(i).equals("*");
            if (any ? actual.get(i).isEmpty() : !expected.get(i).equals(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The parts between slashes; the first is empty. */
    public static List<String> segments(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }
}

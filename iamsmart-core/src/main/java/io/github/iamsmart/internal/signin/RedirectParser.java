package io.github.iamsmart.internal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the redirect's parameters. */
final class RedirectParser {

    private RedirectParser() {}

    static AuthorizationRedirect parse(Map<String, List<String>> parameters) {
        Optional<State> state = single(parameters, "state").flatMap(State::parse);
        Optional<String> code = single(parameters, "code");
        Optional<ErrorCode> error = single(parameters, "error_code").map(RedirectParser::errorCode);
        if (error.isPresent()) {
            return error.get().category() == ErrorCategory.DECLINED
                    ? new AuthorizationRedirect.Declined(state, error)
                    : new AuthorizationRedirect.Failed(state, error.get());
        }
        // No code is a failure, whatever else came; on refusal the gateway may send the state alone [D].
        return code.isPresent()
                ? new AuthorizationRedirect.Granted(
                        AuthorizationCode.of(code.get()), state, single(parameters, "businessID"))
                : new AuthorizationRedirect.Declined(state, Optional.empty());
    }

    static Map<String, List<String>> decode(String rawQuery) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                parameters
                        .computeIfAbsent(URLDecoder.decode(name, UTF_8), any -> new ArrayList<>())
                        .add(URLDecoder.decode(value, UTF_8));
            } catch (IllegalArgumentException e) {
                // The decoder's message quotes the text, which may be the code.
                throw new ProtocolException("The redirect's query is not well percent-encoded.");
            }
        }
        return parameters;
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ProtocolException("The redirect has the parameter " + name + " more than once.");
        }
        return values.stream().findFirst().filter(value -> !value.isBlank());
    }

    /** Anybody can write this parameter: only what looks like a code is carried on. */
    private static ErrorCode errorCode(String value) {
        return value.matches("[A-Z]\\d{5}") ? ErrorCode.of(value) : ErrorCode.UNKNOWN_EXCEPTION;
    }
}

package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link IamSmartSignIn}, {@link AccessToken} and {@link TokenisedId}, each as it is, as an {@link Optional},
 * and as one that may be {@code null}. A {@code @Qualifier} names the client.
 */
final class SignInArgumentResolver implements HandlerMethodArgumentResolver {

    private final SignInArgumentClient clients;

    SignInArgumentResolver(List<String> clients) {
        this.clients = new SignInArgumentClient(clients);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return SignInArgumentClient.isSignIn(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        String client = clients.of(parameter);
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        Optional<Object> value = Optional.ofNullable(webRequest.getNativeRequest(HttpServletRequest.class))
                .flatMap(request -> IamSmartSignIn.from(request, client))
                .map(Objects.requireNonNull(SignInArgumentClient.TYPES.get(type)));
        if (parameter.getParameterType() == Optional.class) {
            return value;
        }
        if (value.isEmpty() && !isNullable(parameter)) {
            throw new SignInRequiredException(client);
        }
        return value.orElse(null);
    }

    /** Spring Framework 6 does not see annotations of types, such as those of JSpecify. */
    private static boolean isNullable(MethodParameter parameter) {
        return parameter.isOptional()
                || Arrays.stream(parameter
                                .getExecutable()
                                .getAnnotatedParameterTypes()[parameter.getParameterIndex()]
                                .getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }
}

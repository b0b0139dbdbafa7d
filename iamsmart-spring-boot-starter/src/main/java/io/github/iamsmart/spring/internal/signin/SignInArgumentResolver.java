package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link IamSmartSignIn}, {@link AccessToken} and {@link TokenisedId}, each as it is, as an {@link Optional},
 * and as one that may be {@code null}.
 */
final class SignInArgumentResolver implements HandlerMethodArgumentResolver {

    private static final Map<Class<?>, Function<IamSmartSignIn, Object>> TYPES = Map.of(
            IamSmartSignIn.class, signIn -> signIn,
            AccessToken.class, IamSmartSignIn::accessToken,
            TokenisedId.class, IamSmartSignIn::tokenisedId);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.containsKey(parameter.nestedIfOptional().getNestedParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        Optional<Object> value = Optional.ofNullable(webRequest.getNativeRequest(HttpServletRequest.class))
                .flatMap(IamSmartSignIn::from)
                .map(Objects.requireNonNull(TYPES.get(type)));
        if (parameter.getParameterType() == Optional.class) {
            return value;
        }
        if (value.isEmpty() && !isNullable(parameter)) {
            throw new SignInRequiredException();
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

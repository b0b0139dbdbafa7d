package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * With which client a user must have signed in for an argument of a controller's method: the one that its
 * {@code @Qualifier} names, or the only one of the application. Where there are several, the qualifier is required:
 * each knows a user under another Tokenised ID, so that a guess would be an identity of somebody's.
 */
public final class SignInArgumentClient {

    static final Map<Class<?>, Function<IamSmartSignIn, Object>> TYPES = Map.of(
            IamSmartSignIn.class, signIn -> signIn,
            AccessToken.class, IamSmartSignIn::accessToken,
            TokenisedId.class, IamSmartSignIn::tokenisedId);

    private final List<String> clients;

    /**
     * Creates it.
     *
     * @param clients the names of the clients
     */
    public SignInArgumentClient(List<String> clients) {
        this.clients = List.copyOf(clients);
    }

    /**
     * {@return whether an argument is who is signed in}
     *
     * @param parameter of a controller's method
     */
    public static boolean isSignIn(MethodParameter parameter) {
        return TYPES.containsKey(parameter.nestedIfOptional().getNestedParameterType());
    }

    /**
     * {@return the name of the client}
     *
     * @param parameter of a controller's method
     * @throws ConfigurationException if no client, or none that there is, is named
     */
    public String of(MethodParameter parameter) {
        MergedAnnotation<Qualifier> qualifier =
                MergedAnnotations.from(parameter.getParameterAnnotations()).get(Qualifier.class);
        if (!qualifier.isPresent() && clients.size() == 1) {
            return clients.get(0);
        }
        String name = qualifier.getValue(MergedAnnotation.VALUE, String.class).orElse("");
        if (!clients.contains(name)) {
            throw new ConfigurationException(refusal(parameter, name));
        }
        return name;
    }

    private String refusal(MethodParameter parameter, String name) {
        String what = "The argument "
                + parameter.nestedIfOptional().getNestedParameterType().getSimpleName() + " of "
                + parameter.getContainingClass().getName() + "."
                + parameter.getExecutable().getName();
        String problem = name.isEmpty()
                ? " does not say with which iAM Smart client the user has signed in"
                : " has @Qualifier(\"" + name + "\"), which is no iAM Smart client of this application";
        return what + problem + ": write @Qualifier with one of " + String.join(", ", clients) + " before it.";
    }
}

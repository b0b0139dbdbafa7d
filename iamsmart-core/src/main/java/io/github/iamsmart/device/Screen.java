package io.github.iamsmart.device;

import java.util.List;
import java.util.Optional;

/**
 * A screen of the iAM Smart app: its name in configuration and its name in app links.
 *
 * @param name in kebab case, for example {@code pdf-signing}: the key below {@code iamsmart.app-links}
 * @param defaultContext the text between {@code ://} and {@code ?} in the link; empty where no public source shows it
 */
public record Screen(String name, Optional<String> defaultContext) {

    /** {@code auth}, which opens an anonymous request [1]. */
    public static final Screen ANONYMOUS = of("anonymous", "auth");

    /** {@code auth}, for a sign-in that the service's own app starts [W]. */
    public static final Screen SIGN_IN = of("sign-in", "auth");

    /** {@code v2_auth}, for a sign-in whose code the service's own app gets [?]. */
    public static final Screen OWN_APP_SIGN_IN = of("own-app-sign-in", "v2_auth");

    /** The screens that belong to no single kind of request. */
    public static final List<Screen> OF_THE_CLIENT = List.of(ANONYMOUS, SIGN_IN, OWN_APP_SIGN_IN);

    /**
     * Checks the context.
     *
     * @param name in kebab case
     * @param defaultContext the name in the link
     * @throws io.github.iamsmart.error.ConfigurationException if the context cannot stand in a link
     */
    public Screen {
        defaultContext.ifPresent(context -> AppLink.requireContext(name, context));
    }

    /**
     * {@return a screen whose name in links is known}
     *
     * @param name in kebab case
     * @param context the name in the link
     * @throws io.github.iamsmart.error.ConfigurationException if the context cannot stand in a link
     */
    public static Screen of(String name, String context) {
        return new Screen(name, Optional.of(context));
    }

    /**
     * {@return a screen whose name in links must be configured}
     *
     * @param name in kebab case
     */
    public static Screen of(String name) {
        return new Screen(name, Optional.empty());
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}

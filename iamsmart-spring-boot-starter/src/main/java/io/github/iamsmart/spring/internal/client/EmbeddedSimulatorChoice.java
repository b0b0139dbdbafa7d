package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.web.LoopbackHost;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whether the simulator starts inside the application: where it is asked for, or nothing at all is configured. A single
 * property of a real client rules out the second: a deployment that has lost half of its configuration must stop, not
 * let anybody sign in as anybody.
 *
 * <p>It is no condition, which ahead-of-time processing would decide with the properties of the build: it is made from
 * those with which the application runs.
 *
 * @param embedded whether it starts
 * @param because why, or why not
 */
public record EmbeddedSimulatorChoice(boolean embedded, String because) {

    /**
     * {@return what the properties say}
     *
     * @param environment has the properties
     */
    public static EmbeddedSimulatorChoice of(Environment environment) {
        List<String> clients = ClientNames.in(environment);
        List<EmbeddedSimulatorChoice> all = clients.stream()
                .map(ClientPrefix::new)
                .map(client -> of(new Settings(client.binder(environment), client.text())))
                .toList();
        return clients.isEmpty()
                ? of(new Settings(Binder.get(environment), IamSmartProperties.PREFIX))
                // One client of a real gateway is enough: the simulator never runs beside it.
                : all.stream().filter(one -> !one.embedded()).findFirst().orElse(all.get(0));
    }

    private static EmbeddedSimulatorChoice of(Settings settings) {
        String name = EnvironmentName.normalized(settings.text("environment"));
        Optional<Boolean> enabled = settings.flag("simulator.enabled");
        if (enabled.isPresent() && !enabled.get()) {
            return no("iamsmart.simulator.enabled is false");
        }
        if (settings.has("client-id")) {
            return no(settings.prefix + ".client-id is set");
        }
        if (name.equals(EnvironmentName.SIMULATOR)) {
            return settings.has("base-url")
                    ? no(settings.prefix + ".base-url points to another simulator")
                    : yes(settings.prefix + ".environment is simulator");
        }
        if (!name.isEmpty()) {
            return no(settings.prefix + ".environment is " + name);
        }
        Optional<String> real =
                RealClientProperties.names().stream().filter(settings::has).findFirst();
        if (real.isPresent()) {
            return no(settings.prefix + "." + real.get() + " is set");
        }
        if (enabled.isPresent()) {
            return yes("iamsmart.simulator.enabled is true");
        }
        return settings.isPublic()
                ? no(settings.prefix + ".public-url is a public address")
                : yes("no client is configured");
    }

    private static EmbeddedSimulatorChoice yes(String because) {
        return new EmbeddedSimulatorChoice(true, because);
    }

    private static EmbeddedSimulatorChoice no(String because) {
        return new EmbeddedSimulatorChoice(false, because);
    }

    private static final class Settings {

        private final Binder binder;
        private final String prefix;

        Settings(Binder binder, String prefix) {
            this.binder = binder;
            this.prefix = prefix;
        }

        String text(String property) {
            return binder.bind(prefix + "." + property, String.class).orElse("").strip();
        }

        /** {@return what a Boolean property says, in any of the ways in which Spring Boot reads one} */
        Optional<Boolean> flag(String property) {
            return Optional.ofNullable(
                    binder.bind(prefix + "." + property, Boolean.class).orElse(null));
        }

        boolean has(String property) {
            return !text(property).isEmpty();
        }

        boolean isPublic() {
            String url = text("public-url");
            if (url.isEmpty()) {
                return false;
            }
            try {
                String host = URI.create(url).getHost();
                return host == null || !LoopbackHost.is(host);
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
    }
}

package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;

/** Reads a key pair from where its properties say. */
public final class KekLoader {

    private static final Logger log = LoggerFactory.getLogger(KekLoader.class);

    private final Locations locations;
    private final BeanFactory beans;

    /**
     * Creates it.
     *
     * @param locations reads files
     * @param beans has SSL bundles and private keys
     */
    public KekLoader(Locations locations, BeanFactory beans) {
        this.locations = locations;
        this.beans = beans;
    }

    /**
     * {@return whether properties say where a key pair is}
     *
     * @param kek their values
     */
    public static boolean isSomewhere(IamSmartProperties.Kek kek) {
        return Stream.of(kek.location(), kek.bundle(), kek.keyBean()).anyMatch(KekLoader::isSet);
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /**
     * {@return the key pairs of a client, which change with their SSL bundle}
     *
     * @param property the prefix of the properties of the current one, for example {@code iamsmart.kek}
     * @param kek their values
     * @param pairs the key pairs at first, the current one first
     */
    public Supplier<List<KekKeyPair>> current(String property, IamSmartProperties.Kek kek, List<KekKeyPair> pairs) {
        String bundle = kek.bundle();
        if (!isSet(bundle) || pairs.isEmpty()) {
            List<KekKeyPair> given = List.copyOf(pairs);
            return () -> given;
        }
        ReloadedKeks reloaded = new ReloadedKeks(property + ".bundle", pairs);
        new BundleKek(property, kek, beans).onUpdate(reloaded::replace, reloaded::refuse);
        return reloaded::current;
    }

    /**
     * Reads the key pair.
     *
     * @param property the prefix of its properties, for example {@code iamsmart.kek}
     * @param kek their values; they say where it is
     * @return the key pair
     * @throws IamSmartPropertyException if it cannot be read or used
     */
    public KekKeyPair load(String property, IamSmartProperties.Kek kek) {
        requireOnePlace(property, kek);
        if (isSet(kek.bundle())) {
            return new BundleKek(property, kek, beans).load();
        }
        if (isSet(kek.keyBean())) {
            return new BeanKek(property, kek, beans, locations).load();
        }
        String location = kek.location() == null ? "" : kek.location();
        byte[] content = locations.read(property + ".location", location);
        StoreType type = StoreType.of(property + ".type", kek.type(), content);
        char[] password = kek.password() == null ? null : kek.password().toCharArray();
        warnOfWhatHasNoEffect(property, kek, type);
        try {
            return type == StoreType.PEM
                    ? KekKeyPair.fromPem(new ByteArrayInputStream(content), password, certificate(property, kek))
                    : KekKeyPair.fromKeyStore(
                            new ByteArrayInputStream(content),
                            type.name(),
                            password == null ? new char[0] : password,
                            kek.keyPassword() == null ? null : kek.keyPassword().toCharArray(),
                            kek.alias());
        } catch (ConfigurationException e) {
            throw new KekFailure(property, kek, type, e).exception();
        }
    }

    /**
     * Refuses the properties of a key pair that is nowhere.
     *
     * @param property the prefix of its properties, for example {@code iamsmart.previous-kek}
     * @param kek their values; the location is not set
     * @throws IamSmartPropertyException if one is set
     */
    public static void requireNothingElse(String property, IamSmartProperties.Kek kek) {
        if (kek.password() != null || kek.certificateLocation() != null || kek.alias() != null) {
            throw new IamSmartPropertyException(
                    property + " has properties, but " + property + ".location is missing: there would be no such key.",
                    "Write where the key pair is, or remove all that is below " + property + ":\n\n"
                            + YamlLines.of(property + ".location", "<PKCS12, JKS or PEM file>"));
        }
    }

    private static void requireOnePlace(String property, IamSmartProperties.Kek kek) {
        Map<String, @Nullable String> places = new LinkedHashMap<>();
        places.put("location", kek.location());
        places.put("bundle", kek.bundle());
        places.put("key-bean", kek.keyBean());
        List<String> set = places.entrySet().stream()
                .filter(place -> isSet(place.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (set.size() > 1) {
            throw new IamSmartPropertyException(
                    property + "." + set.get(0) + " and " + property + "." + set.get(1)
                            + " are both set: each says where the key pair is.",
                    "Keep one of them and remove the other.");
        }
        Map<String, @Nullable String> others = new LinkedHashMap<>();
        boolean bundle = isSet(kek.bundle());
        others.put("password", kek.password());
        others.put("key-password", kek.keyPassword());
        others.put("type", kek.type());
        if (bundle) {
            others.put("certificate-location", kek.certificateLocation());
        }
        if (!bundle) {
            others.put("alias", kek.alias());
        }
        if (isSet(kek.location())) {
            others.clear();
        }
        if (!isSet(kek.keyBean())) {
            others.put("provider", kek.provider());
        }
        others.entrySet().stream()
                .filter(other -> isSet(other.getValue()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IamSmartPropertyException(
                            property + "." + other.getKey() + " has no effect beside " + property + "." + set.get(0)
                                    + ".",
                            "Remove " + property + "." + other.getKey()
                                    + (bundle && !other.getKey().equals("provider")
                                            ? ": the SSL bundle has settings of its own, below spring.ssl.bundle."
                                            : "."));
                });
    }

    private static void warnOfWhatHasNoEffect(String property, IamSmartProperties.Kek kek, StoreType type) {
        boolean pem = type == StoreType.PEM;
        String ignored = pem && kek.alias() != null
                ? "alias"
                : pem && kek.keyPassword() != null
                        ? "key-password"
                        : !pem && kek.certificateLocation() != null ? "certificate-location" : "";
        if (!ignored.isEmpty()) {
            log.warn(
                    "{}.{} has no effect on a {} file, {}: remove it.",
                    property,
                    ignored,
                    type,
                    pem ? "which has one key without a name" : "which has the certificate beside the key");
        }
    }

    private @Nullable InputStream certificate(String property, IamSmartProperties.Kek kek) {
        String location = kek.certificateLocation();
        return location == null || location.isBlank()
                ? null
                : new ByteArrayInputStream(locations.read(property + ".certificate-location", location));
    }
}

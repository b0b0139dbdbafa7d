package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.security.KeyStore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** A key pair in an SSL bundle of Spring Boot. */
final class BundleKek {

    private final String property;
    private final IamSmartProperties.Kek kek;
    private final String name;
    private final BeanFactory beans;

    BundleKek(String property, IamSmartProperties.Kek kek, BeanFactory beans) {
        this.property = property;
        this.kek = kek;
        this.name = kek.bundle() == null ? "" : kek.bundle().strip();
        this.beans = beans;
    }

    KekKeyPair load() {
        return pair(bundle(bundles()));
    }

    /** Whatever a reload brings that cannot be used must not reach the thread that watches the files. */
    void onUpdate(Consumer<KekKeyPair> pairs, Consumer<RuntimeException> problems) {
        bundles().addBundleUpdateHandler(name, bundle -> {
            try {
                pairs.accept(pair(bundle));
            } catch (RuntimeException e) {
                problems.accept(e);
            }
        });
    }

    private SslBundles bundles() {
        SslBundles bundles = beans.getBeanProvider(SslBundles.class).getIfAvailable();
        if (bundles == null) {
            throw new IamSmartPropertyException(
                    property + ".bundle is set, but this application has no SSL bundles.",
                    "Spring Boot's SslAutoConfiguration makes them: do not exclude it. Or write where the key pair is:\n\n"
                            + YamlLines.of(property + ".location", "<PKCS12, JKS or PEM file>"));
        }
        return bundles;
    }

    private SslBundle bundle(SslBundles bundles) {
        try {
            return bundles.getBundle(name);
        } catch (NoSuchSslBundleException e) {
            throw new IamSmartPropertyException(
                    property + ".bundle is '" + LocationText.masked(name)
                            + "', and there is no SSL bundle of that name.",
                    "Define it, or write the name of one that there is:\n\n"
                            + YamlLines.of(
                                    "spring.ssl.bundle.pem." + LocationText.masked(name) + ".keystore.private-key",
                                    "file:kek.pem"),
                    e);
        }
    }

    private KekKeyPair pair(SslBundle bundle) {
        try {
            KeyStore store = bundle.getStores().getKeyStore();
            if (store == null) {
                throw unusable("it has no key store.", null);
            }
            String password = bundle.getKey().getPassword() != null
                    ? bundle.getKey().getPassword()
                    : bundle.getStores().getKeyStorePassword();
            String alias = kek.alias() != null ? kek.alias() : bundle.getKey().getAlias();
            return KekKeyPair.fromKeyStore(store, password == null ? null : password.toCharArray(), alias);
        } catch (ConfigurationException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Of Spring Boot, whose cause may quote what a file holds.
            throw unusable("its files cannot be read, or a password is wrong.", null);
        }
    }

    private IamSmartPropertyException unusable(String problem, @Nullable Throwable cause) {
        return new IamSmartPropertyException(
                property + ".bundle (" + LocationText.masked(name) + ") cannot be used: " + problem,
                "Check the settings of the bundle below spring.ssl.bundle: it needs the private key of the encipherment"
                        + " certificate and the certificate itself.",
                cause);
    }
}

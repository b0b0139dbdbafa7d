package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/**
 * A private key that a bean brings, and its certificate in a file: for keys in an HSM, a KMS or Vault, which may have
 * no encoding. The bean is named, as an application may have private keys for other purposes.
 */
final class BeanKek {

    private final String property;
    private final IamSmartProperties.Kek kek;
    private final BeanFactory beans;
    private final Locations locations;

    BeanKek(String property, IamSmartProperties.Kek kek, BeanFactory beans, Locations locations) {
        this.property = property;
        this.kek = kek;
        this.beans = beans;
        this.locations = locations;
    }

    KekKeyPair load() {
        PrivateKey key = bean(kek.keyBean(), PrivateKey.class, "key-bean");
        Provider provider = provider();
        if (provider == null && key.getEncoded() == null) {
            throw new IamSmartPropertyException(
                    property + ".provider is missing: the key of the bean " + shown(kek.keyBean())
                            + " cannot be exported, so that its own provider alone can use it.",
                    "Write the name of a bean of the type java.security.Provider, or of a provider that the JVM has:\n\n"
                            + YamlLines.of(property + ".provider", "<name of the provider>"));
        }
        X509Certificate certificate = certificate();
        try {
            return provider == null ? KekKeyPair.of(key, certificate) : KekKeyPair.of(key, certificate, provider);
        } catch (ConfigurationException e) {
            throw new IamSmartPropertyException(
                    property + ".key-bean (" + shown(kek.keyBean()) + ") cannot be used: " + e.getMessage(),
                    "Check that the key may decrypt, and that " + property
                            + ".certificate-location is its certificate.",
                    e);
        }
    }

    private X509Certificate certificate() {
        String location = kek.certificateLocation();
        String name = property + ".certificate-location";
        if (location == null || location.isBlank()) {
            throw new IamSmartPropertyException(
                    name + " is missing: the key of the bean " + shown(kek.keyBean())
                            + " comes without its certificate.",
                    "Write where the encipherment certificate is:\n\n"
                            + YamlLines.of(name, "<file with the certificate>"));
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(locations.read(name, location)));
        } catch (CertificateException e) {
            throw new IamSmartPropertyException(
                    name + " (" + shown(location) + ") cannot be used: it is no certificate, or it is damaged.",
                    "Write where the encipherment certificate is, in PEM or DER:\n\n"
                            + YamlLines.of(name, "<file with the certificate>"),
                    e);
        }
    }

    private @Nullable Provider provider() {
        String name = kek.provider();
        if (name == null || name.isBlank()) {
            return null;
        }
        if (beans.containsBean(name.strip())) {
            return bean(name, Provider.class, "provider");
        }
        Provider registered = Security.getProvider(name.strip());
        if (registered == null) {
            throw new IamSmartPropertyException(
                    property + ".provider is '" + LocationText.masked(name)
                            + "', and neither a bean nor a provider of the JVM has that name.",
                    "Define a bean of the type java.security.Provider, or write the name of a provider that the JVM has,"
                            + " such as SunPKCS11.");
        }
        return registered;
    }

    private <T> T bean(@Nullable String name, Class<T> type, String setting) {
        String bean = name == null ? "" : name.strip();
        try {
            Object found = beans.getBean(bean);
            if (type.isInstance(found)) {
                return type.cast(found);
            }
            throw new IamSmartPropertyException(
                    property + "." + setting + " is '" + LocationText.masked(bean) + "', a bean that is no "
                            + type.getName() + ".",
                    "Write the name of a bean of the type " + type.getName() + ".");
        } catch (NoSuchBeanDefinitionException e) {
            // Not as its cause: Spring Boot would explain that, and name no property.
            throw new IamSmartPropertyException(
                    property + "." + setting + " is '" + LocationText.masked(bean)
                            + "', and there is no bean of that name.",
                    "Define a bean of the type " + type.getName()
                            + " with this name, or write the name of the one that there is.");
        }
    }

    private static String shown(@Nullable String name) {
        return String.valueOf(LocationText.masked(name));
    }
}

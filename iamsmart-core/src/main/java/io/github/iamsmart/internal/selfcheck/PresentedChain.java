package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.error.ConfigurationException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a host presents. A path is built from exactly these to roots that are trusted: nothing is
 * fetched and nothing else is known, as at a client that does not know the host. Immutable.
 */
final class PresentedChain {

    private final List<X509Certificate> certificates;
    private final List<X509Certificate> roots;

    /**
     * Creates it.
     *
     * @param certificates as presented, the host's own first; at least one
     * @param roots who is trusted
     */
    PresentedChain(List<X509Certificate> certificates, List<X509Certificate> roots) {
        this.certificates = List.copyOf(certificates);
        this.roots = List.copyOf(roots);
    }

    /**
     * {@return the roots in a store}
     *
     * @param store the store, {@code null} for those of the JVM
     */
    static List<X509Certificate> roots(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("The trust store cannot be used.", e);
        }
    }

    X509Certificate own() {
        return certificates.get(0);
    }

    int size() {
        return certificates.size();
    }

    /** {@return the certificate in the chain that expires first} */
    X509Certificate firstToExpire() {
        return certificates.stream()
                .min(Comparator.comparing(X509Certificate::getNotAfter))
                .orElseThrow();
    }

    /** {@return whether the presented certificates lead to a root, at a time at which all of them are valid} */
    boolean leadsToARoot(Instant now) {
        return roots.contains(own())
                || isPathAt(now)
                || isPathAt(firstToExpire().getNotAfter().toInstant().minusSeconds(1));
    }

    private boolean isPathAt(Instant time) {
        Set<TrustAnchor> anchors =
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector own = new X509CertSelector();
            own.setCertificate(own());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, own);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            return CertPathBuilder.getInstance("PKIX").build(parameters) != null;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("This JVM cannot build paths of certificates.", e);
        }
    }

    /** {@return the last certificate of the path that begins with the host's own and goes on within the presented} */
    X509Certificate end() {
        List<X509Certificate> seen = new ArrayList<>();
        X509Certificate at = own();
        while (true) {
            seen.add(at);
            Optional<X509Certificate> issuer = issuerOf(at);
            if (issuer.isEmpty() || seen.contains(issuer.get())) {
                return at;
            }
            at = issuer.get();
        }
    }

    private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        X500Principal wanted = certificate.getIssuerX500Principal();
        return certificates.stream()
                .filter(one -> one.getSubjectX500Principal().equals(wanted))
                .findFirst();
    }

    static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** {@return the common name, or the whole name where there is none} */
    static String name(X500Principal principal) {
        return Arrays.stream(principal.getName(X500Principal.RFC2253).split("(?<!\\\\),"))
                .filter(part -> part.startsWith("CN="))
                .map(part -> part.substring("CN=".length()))
                .findFirst()
                .orElseGet(() -> principal.getName(X500Principal.RFC2253));
    }
}

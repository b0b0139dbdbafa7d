package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what is missing where an application verifies signatures, and nobody has said whom to trust. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring Boot's own, which knows nothing of the property
final class NobodyTrustedFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

    private static final String PROPERTY = IamSmartProperties.PREFIX + ".signing.trust-anchors";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        if (cause.getBeanType() != SignatureVerifier.class || cause instanceof NoUniqueBeanDefinitionException) {
            return null;
        }
        return new FailureAnalysis(
                "Signatures cannot be verified, because nobody says whose certificates are trusted: " + PROPERTY
                        + " is missing.",
                "Name the root certificates of iAM Smart-Cert, and those between that do not come with a signature:\n\n"
                        + YamlLines.of(PROPERTY, "file:root.pem    # PEM, DER or PKCS#7; several with commas")
                        + "\nor define a bean of the type SignatureVerifier. With the simulator inside the application"
                        + " neither is needed.",
                rootFailure);
    }
}

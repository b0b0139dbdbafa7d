package io.github.iamsmart.samples.documentation.device;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of a KEK in an HSM, apart from the application of the guide, which has none. */
// tag::kek-in-a-device[]
@Configuration(proxyBeanMethods = false)
class KekInADevice {

    @Bean
    Provider kekProvider(@Value("${permits.hsm.config}") String pkcs11Config) {
        return Security.getProvider("SunPKCS11").configure(pkcs11Config);
    }

    @Bean
    PrivateKey kekKey(@Qualifier("kekProvider") Provider provider, @Value("${permits.hsm.pin}") char[] pin)
            throws GeneralSecurityException, IOException {
        KeyStore device = KeyStore.getInstance("PKCS11", provider);
        device.load(null, pin);
        return (PrivateKey) device.getKey("kek", null);
    }
}
// end::kek-in-a-device[]

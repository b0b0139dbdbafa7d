package io.github.iamsmart.simulator.certificate;

import io.github.iamsmart.simulator.CertificateState;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which certificates of users there are, and which of them are revoked. */
record IssuedCertificates(Set<BigInteger> issued, Set<BigInteger> revoked) {

    static IssuedCertificates of(CertificateAuthority authority, Personas personas) {
        Set<BigInteger> issued = new HashSet<>();
        Set<BigInteger> revoked = new HashSet<>();
        personas.everybody().forEach(persona -> {
            for (KeyKind kind : KeyKind.values()) {
                BigInteger serial = authority.serial(persona, kind);
                issued.add(serial);
                if (persona.certificate() == CertificateState.REVOKED) {
                    revoked.add(serial);
                }
            }
        });
        authority.owners().forEach((serial, owner) -> {
            issued.add(serial);
            if (personas.findKnown(owner).map(Persona::certificate).equals(Optional.of(CertificateState.REVOKED))) {
                revoked.add(serial);
            }
        });
        return new IssuedCertificates(Set.copyOf(issued), Set.copyOf(revoked));
    }
}

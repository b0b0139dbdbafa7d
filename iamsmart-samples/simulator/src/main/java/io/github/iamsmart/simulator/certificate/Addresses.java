package io.github.iamsmart.simulator.certificate;

import java.net.URI;

/** Where the authority answers, as its certificates say. */
record Addresses(URI base) {
    static final String CRL = "/ca/crl";
    static final String ROOT_CRL = "/ca/root/crl";
    static final String OCSP = "/ca/ocsp";
    static final String ROOT = "/ca/root";
    static final String INTERMEDIATE = "/ca/intermediate";

    URI crl() {
        return at(CRL);
    }

    URI rootCrl() {
        return at(ROOT_CRL);
    }

    URI ocsp() {
        return at(OCSP);
    }

    URI root() {
        return at(ROOT);
    }

    URI intermediate() {
        return at(INTERMEDIATE);
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}

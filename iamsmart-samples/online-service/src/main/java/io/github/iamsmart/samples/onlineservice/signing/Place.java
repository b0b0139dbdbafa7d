package io.github.iamsmart.samples.onlineservice.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the signer stands: every page of signing is there for both.
 *
 * @param subject what the visitor signs
 * @param signedIn whether the visitor has signed in
 */
public record Place(Subject subject, boolean signedIn) {

    private static final String SIGNED_IN = "/services/signing/";
    private static final String ANONYMOUS = "/signing/";

    /** What can be signed here. */
    public enum Subject {
        /** The application for a permit: a PDF that carries its signature in itself. */
        APPLICATION,
        /** The terms of the market: a text whose hash is signed. */
        TERMS;

        /** Its word in addresses, and in the keys of texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Place of(String subject, HttpServletRequest request) {
        return new Place(
                Stream.of(Subject.values())
                        .filter(one -> one.key().equals(subject))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                request.getServletPath().startsWith(SIGNED_IN));
    }

    /** The first page; the paths of the others begin with it. */
    public String base() {
        return (signedIn ? SIGNED_IN : ANONYMOUS) + subject.key();
    }

    /** Where what is signed comes from, if there is nothing to sign yet. */
    String before() {
        return signedIn ? "/services/permit" : "/permit/new";
    }
}

package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
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

    static Place of(String subject, HttpServletRequest request) {
        return new Place(
                Subject.of(subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                request.getServletPath().startsWith(SIGNED_IN));
    }

    /** The same for somebody who has signed in and came to the page for visitors. */
    boolean isWrongFor(HttpServletRequest request) {
        return !signedIn && IamSmartSignIn.from(request).isPresent();
    }

    /** The first page; the paths of the others begin with it. */
    public String base() {
        return (signedIn ? SIGNED_IN : ANONYMOUS) + subject.key();
    }

    String redirectTo(String page) {
        return "redirect:" + base() + page;
    }
}

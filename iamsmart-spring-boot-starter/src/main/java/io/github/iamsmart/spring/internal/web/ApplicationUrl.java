package io.github.iamsmart.spring.internal.web;

import io.github.iamsmart.error.ConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the application is, as browsers and iAM Smart see it. The public URL decides, whatever proxies write into the
 * request. Immutable.
 */
public final class ApplicationUrl {

    private final @Nullable URI publicUrl;

    /**
     * Creates it.
     *
     * @param publicUrl without a slash at the end; {@code null} to take it from requests to this machine
     */
    public ApplicationUrl(@Nullable URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * {@return where the application is: an absolute URL without a slash at its end}
     *
     * @param request the request at hand
     * @throws ConfigurationException if no public URL is configured and the request was not sent to this machine by
     *     name
     */
    public URI of(HttpServletRequest request) {
        if (publicUrl != null) {
            return publicUrl;
        }
        if (!isKnown(request)) {
            throw new ConfigurationException("This application was called by a name other than localhost, and does not"
                    + " know the address at which browsers reach it: set iamsmart.public-url to it.");
        }
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
    }

    /**
     * {@return the path of the application on its host, as browsers see it: empty, or from a slash on and without one
     * at its end}
     *
     * @param request the request at hand
     */
    public String path(HttpServletRequest request) {
        return publicUrl == null ? request.getContextPath() : publicUrl.getRawPath();
    }

    /**
     * {@return whether the application knows where it is: it has a public URL, or the request names this machine}
     *
     * @param request the request at hand
     */
    public boolean isKnown(HttpServletRequest request) {
        return publicUrl != null || LoopbackHost.is(request.getServerName());
    }
}

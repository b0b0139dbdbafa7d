package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells a browser that asks for a page from a script and any other client. */
public final class PageRequest {

    private static final List<MediaType> PAGES = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);

    private PageRequest() {}

    /**
     * {@return whether a browser asks for a page} A script's request may take anything; a navigation names pages.
     *
     * @param request the request at hand
     */
    public static boolean is(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .anyMatch(type -> PAGES.stream().anyMatch(type::equalsTypeAndSubtype));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}

package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * Leads the browser on, with GET.
 *
 * @param url absolute, or a path from the root of this host on
 */
record SeeOther(String url) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        Redirection.seeOther(response, url);
    }

    /** Hides the URL: at the gateway, it holds the ticket. */
    @Override
    public String toString() {
        return "SeeOther[]";
    }
}

package io.github.iamsmart.spring.internal.web;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the endpoints of one client are, checked.
 *
 * @param publicUrl where browsers reach the application, without a slash at the end; {@code null} to take it from
 *     requests to this machine, which only a simulator allows
 * @param pathPrefix the path of the endpoints within the application, without a slash at the end
 * @param language the language where the browser asks for none of iAM Smart's
 * @param clientName the name of the client
 * @param resultsPath where iAM Smart posts results, below the prefix
 */
public record EndpointSettings(
        @Nullable URI publicUrl, String pathPrefix, Language language, String clientName, String resultsPath) {

    /** The path prefix as the mappings of Spring MVC resolve it. */
    public static final String PATH_PREFIX =
            "${" + IamSmartProperties.PREFIX + ".path-prefix:" + IamSmartProperties.PATH_PREFIX + "}";

    /**
     * Has the client's name in the path of results.
     *
     * @param publicUrl where browsers reach the application
     * @param pathPrefix the path of the endpoints within the application
     * @param language the language where the browser asks for none of iAM Smart's
     * @param clientName the name of the client
     */
    public EndpointSettings(@Nullable URI publicUrl, String pathPrefix, Language language, String clientName) {
        this(publicUrl, pathPrefix, language, clientName, "/callback/" + clientName + "/results");
    }

    /** {@return where the application is, as browsers see it} */
    public ApplicationUrl application() {
        return new ApplicationUrl(publicUrl);
    }
}

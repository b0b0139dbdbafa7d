package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.LocationText;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads what a {@code location} property points to. */
public final class Locations {

    private final ResourceLoader resources;

    /**
     * Creates it.
     *
     * @param resources finds what a location names
     */
    public Locations(ResourceLoader resources) {
        this.resources = ApplicationResourceLoader.get(resources, true);
    }

    /**
     * Reads everything.
     *
     * @param property the name of the property, for the message
     * @param location its value
     * @return the bytes
     * @throws IamSmartPropertyException if there is nothing to read
     */
    byte[] read(String property, String location) {
        Resource resource = resource(property, location);
        try (InputStream stream = resource.getInputStream()) {
            byte[] content = stream.readAllBytes();
            if (content.length == 0) {
                throw new IamSmartPropertyException(
                        property + " points to " + describe(resource, location) + ", which is empty.",
                        "Put the file there again, or correct " + property + ".");
            }
            return content;
        } catch (IOException e) {
            throw new IamSmartPropertyException(
                    property + " points to " + describe(resource, location) + ", which cannot be read.",
                    "Put the file there and let the application's user read it, or correct " + property
                            + ". A relative file name counts from the directory in which the application was started.",
                    e);
        }
    }

    private Resource resource(String property, String location) {
        try {
            return resources.getResource(location);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes the text, which may be a key.
            throw new IamSmartPropertyException(
                    property + " is not well-formed" + (LocationText.isInline(location) ? ": it is not Base64." : "."),
                    "Write a file name, or a Spring resource such as classpath:kek.p12.");
        }
    }

    private static String describe(Resource resource, String location) {
        return LocationText.isInline(location) ? "Base64 text" : resource.getDescription();
    }
}

package io.github.iamsmart.spring.internal.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.LocationText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Base64;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.UrlResource;

/** Reads what a {@code location} property points to. */
public final class Locations {

    private static final String ADVICE = "Write a file name, or a Spring resource such as classpath:kek.p12.";

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
     * @param location its value: the name of a file or of a resource, PEM text, or content in Base64
     * @return the bytes
     * @throws IamSmartPropertyException if there is nothing to read
     */
    byte[] read(String property, String location) {
        byte[] content = LocationText.isPem(location)
                ? location.getBytes(UTF_8)
                : LocationText.isBase64(location) ? decoded(property, location) : readAll(property, location);
        if (content.length == 0) {
            throw new IamSmartPropertyException(
                    property + " points to " + described(location) + ", which is empty.",
                    "Put the file there again, or correct " + property + ".");
        }
        return content;
    }

    /** The decoder's message may quote the text, which may be a key: it is no cause. */
    private static byte[] decoded(String property, String location) {
        String text = location.substring(location.indexOf(':') + 1);
        try {
            // Secret managers and YAML break lines.
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IamSmartPropertyException(
                    property + " is not well-formed: what follows base64: is not Base64.", ADVICE);
        }
    }

    private byte[] readAll(String property, String location) {
        if (!LocationText.isShown(location)) {
            throw new IamSmartPropertyException(
                    property + " is not the name of a file, but a text of " + location.length()
                            + " characters. It is not shown here, as it may be the key itself.",
                    "Put the key into a file and write its name, or write the key as PEM text, with its line -----BEGIN"
                            + " ...-----, or as Base64 after base64:. Whoever could read the value may know the key.");
        }
        try {
            Resource resource = resources.getResource(location);
            requireFile(property, location, resource);
            if (isOnTheWeb(resource)) {
                return new Download().read(resource.getURL());
            }
            try (InputStream stream = resource.getInputStream()) {
                return stream.readAllBytes();
            }
        } catch (InvalidPathException e) {
            throw new IamSmartPropertyException(
                    property + " is " + location + ", which this machine cannot use as the name of a file.",
                    "If its characters are those of a language: start the application with LC_ALL=C.UTF-8, or give the"
                            + " file a name in ASCII. Otherwise correct " + property + ".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IamSmartPropertyException(property + " is not well-formed.", ADVICE, e);
        } catch (IOException e) {
            throw new IamSmartPropertyException(
                    property + " points to " + described(location) + ", which cannot be read.",
                    "Put the file there and let the application's user read it, or correct " + property
                            + ". A relative file name counts from the directory in which the application was started.",
                    e);
        }
    }

    private static boolean isOnTheWeb(Resource resource) throws IOException {
        return resource instanceof UrlResource
                && resource.getURL().getProtocol().startsWith("http");
    }

    private static void requireFile(String property, String location, Resource resource) throws IOException {
        if (resource.isFile() && resource.getFile().isDirectory()) {
            throw new IamSmartPropertyException(
                    property + " points to " + described(location) + ", which is a directory.",
                    "Write the name of the file in it.");
        }
    }

    private static String described(String location) {
        return LocationText.isInline(location) ? "a text" : location;
    }
}

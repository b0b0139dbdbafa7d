package io.github.iamsmart.spring.association;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands in the association files. A phone that has read it opens the app, and not the browser, at the addresses
 * of the service: that is how the iAM Smart app comes back to the service's own app by Universal Link or App Link.
 */
public final class AssociationFiles {

    /** Where iOS looks for Universal Links. */
    public static final String APPLE_PATH = "/.well-known/apple-app-site-association";

    /** Where Android looks for App Links. */
    public static final String ANDROID_PATH = "/.well-known/assetlinks.json";

    private AssociationFiles() {}

    /**
     * An app for iOS.
     *
     * @param appId team identifier, dot, bundle identifier
     * @param paths which paths of the service it opens, with {@code *} as wildcard
     */
    public record IosApp(String appId, List<String> paths) {}

    /**
     * An app for Android.
     *
     * @param packageName its application id
     * @param fingerprints SHA-256 of its signing certificates, upper-case hex with colons
     */
    public record AndroidApp(String packageName, List<String> fingerprints) {}

    /**
     * Makes {@code apple-app-site-association}.
     *
     * @param apps the apps
     * @return the file
     */
    public static AssociationFile apple(List<IosApp> apps) {
        String details = list(
                apps,
                app -> "{\"appIDs\":[" + quoted(app.appId()) + "],\"components\":"
                        + list(app.paths(), path -> "{\"/\":" + quoted(path) + "}") + "}");
        return new AssociationFile("{\"applinks\":{\"details\":" + details + "}}");
    }

    /**
     * Makes {@code assetlinks.json}.
     *
     * @param apps the apps
     * @return the file
     */
    public static AssociationFile android(List<AndroidApp> apps) {
        return new AssociationFile(list(
                apps,
                app -> "{\"relation\":[\"delegate_permission/common.handle_all_urls\"],\"target\":"
                        + "{\"namespace\":\"android_app\",\"package_name\":" + quoted(app.packageName())
                        + ",\"sha256_cert_fingerprints\":" + list(app.fingerprints(), AssociationFiles::quoted)
                        + "}}"));
    }

    private static <T> String list(List<T> elements, Function<T, String> json) {
        return elements.stream().map(json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package io.github.iamsmart.spring.internal.association;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.spring.internal.text.JsonText;
import java.util.List;

/**
 * The content of the association files. A phone that has read it opens the app, and not the browser, at the addresses
 * of the service: that is how the iAM Smart app comes back to the service's own app by Universal Link or App Link.
 */
public final class AssociationJson {

    /** Where iOS looks for Universal Links. */
    public static final String APPLE_PATH = "/.well-known/apple-app-site-association";

    /** Where Android looks for App Links. */
    public static final String ANDROID_PATH = "/.well-known/assetlinks.json";

    private AssociationJson() {}

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
     * {@return the file {@code apple-app-site-association}}
     *
     * @param apps the apps
     */
    public static AssociationFile apple(List<IosApp> apps) {
        List<ObjectNode> details = apps.stream().map(AssociationJson::details).toList();
        return new AssociationFile(JsonText.of(object().set("applinks", object().putPOJO("details", details))));
    }

    private static ObjectNode details(IosApp app) {
        List<ObjectNode> components =
                app.paths().stream().map(path -> object().put("/", path)).toList();
        return object().putPOJO("appIDs", List.of(app.appId())).putPOJO("components", components);
    }

    /**
     * {@return the file {@code assetlinks.json}}
     *
     * @param apps the apps
     */
    public static AssociationFile android(List<AndroidApp> apps) {
        return new AssociationFile(
                JsonText.of(apps.stream().map(AssociationJson::statement).toList()));
    }

    private static ObjectNode statement(AndroidApp app) {
        ObjectNode target = object().put("namespace", "android_app")
                .put("package_name", app.packageName())
                .putPOJO("sha256_cert_fingerprints", app.fingerprints());
        return object().putPOJO("relation", List.of("delegate_permission/common.handle_all_urls"))
                .set("target", target);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

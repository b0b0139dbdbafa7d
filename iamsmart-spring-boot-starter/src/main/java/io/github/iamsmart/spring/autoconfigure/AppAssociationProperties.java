package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.association.AssociationFiles.AndroidApp;
import io.github.iamsmart.spring.association.AssociationFiles.IosApp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's own mobile apps, for the association files.
 *
 * @param ios Apps for iOS that open addresses of this service.
 * @param android Apps for Android that open addresses of this service.
 */
@ConfigurationProperties("iamsmart.app-association")
record AppAssociationProperties(
        @DefaultValue List<Ios> ios, @DefaultValue List<Android> android) {

    private static final String PREFIX = "iamsmart.app-association";

    /**
     * An app for iOS.
     *
     * @param appId Team identifier, dot, bundle identifier.
     * @param paths Paths of this service that the app opens, "*" stands for any text.
     */
    record Ios(@Nullable String appId, @DefaultValue("*") List<String> paths) {}

    /**
     * An app for Android.
     *
     * @param packageName Application id.
     * @param fingerprints SHA-256 fingerprints of the signing certificates, upper-case hex with colons.
     */
    record Android(
            @Nullable String packageName, @DefaultValue List<String> fingerprints) {}

    List<IosApp> iosApps() {
        return ios.stream().map(AppAssociationProperties::checked).toList();
    }

    List<AndroidApp> androidApps() {
        return android.stream().map(AppAssociationProperties::checked).toList();
    }

    private static IosApp checked(Ios app) {
        String id = app.appId();
        if (id == null || !id.matches("[A-Z0-9]{10}\\.[A-Za-z0-9.-]+")) {
            throw refused(
                    "ios[].app-id",
                    id,
                    "not a team identifier, a dot and a bundle identifier",
                    "ABCDE12345.org.example.permits");
        }
        for (String path : app.paths()) {
            if (!path.matches("\\*|/[A-Za-z0-9/_.~*?%-]*")) {
                throw refused("ios[].paths", path, "not a path from a slash on", "/permits/*");
            }
        }
        return new IosApp(id, app.paths());
    }

    private static AndroidApp checked(Android app) {
        String name = app.packageName();
        if (name == null || !name.matches("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+")) {
            throw refused("android[].package-name", name, "not an application id", "org.example.permits");
        }
        if (app.fingerprints().isEmpty()) {
            throw refused("android[].fingerprints", null, "missing", "14:6D:E9:…:44:E5");
        }
        for (String fingerprint : app.fingerprints()) {
            if (!fingerprint.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}")) {
                throw refused(
                        "android[].fingerprints",
                        fingerprint,
                        "not 32 bytes of upper-case hex with colons",
                        "14:6D:E9:…:44:E5");
            }
        }
        return new AndroidApp(name, app.fingerprints());
    }

    private static IamSmartPropertyException refused(
            String name, @Nullable String value, String problem, String example) {
        return new IamSmartPropertyException(
                PREFIX + "." + name + " is " + (value == null ? problem : "'" + value + "', which is " + problem) + ".",
                "A phone would not open your app. Write " + name.substring(name.indexOf('.') + 1) + " like this: "
                        + example);
    }
}

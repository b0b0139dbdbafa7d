package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.association.AssociationJson.AndroidApp;
import io.github.iamsmart.spring.internal.association.AssociationJson.IosApp;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.AppAssociationProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the properties of the service's own mobile apps. */
public final class AppAssociationReader {

    private AppAssociationReader() {}

    /**
     * {@return the apps for iOS}
     *
     * @param properties the settings
     * @throws IamSmartPropertyException if no phone would take them
     */
    public static List<IosApp> iosApps(AppAssociationProperties properties) {
        return properties.ios().stream().map(AppAssociationReader::checked).toList();
    }

    /**
     * {@return the apps for Android}
     *
     * @param properties the settings
     * @throws IamSmartPropertyException if no phone would take them
     */
    public static List<AndroidApp> androidApps(AppAssociationProperties properties) {
        return properties.android().stream().map(AppAssociationReader::checked).toList();
    }

    private static IosApp checked(AppAssociationProperties.Ios app) {
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

    private static AndroidApp checked(AppAssociationProperties.Android app) {
        String name = app.packageName();
        if (name == null || !name.matches("[A-Za-z][A-Za-z0-9_]*+(?:\\.[A-Za-z][A-Za-z0-9_]*+)++")) {
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
                AppAssociationProperties.PREFIX + "." + name + " is "
                        + (value == null ? problem : "'" + value + "', which is " + problem) + ".",
                "A phone would not open your app. Write " + name.substring(name.indexOf('.') + 1) + " like this: "
                        + example);
    }
}

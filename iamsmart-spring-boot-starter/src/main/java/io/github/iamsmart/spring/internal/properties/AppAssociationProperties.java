package io.github.iamsmart.spring.internal.properties;

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
@ConfigurationProperties(AppAssociationProperties.PREFIX)
public record AppAssociationProperties(
        @DefaultValue List<Ios> ios, @DefaultValue List<Android> android) {

    /** Where the settings begin. */
    public static final String PREFIX = IamSmartProperties.PREFIX + ".app-association";

    /**
     * An app for iOS.
     *
     * @param appId Team identifier, dot, bundle identifier.
     * @param paths Paths of this service that the app opens, "*" stands for any text.
     */
    public record Ios(
            @Nullable String appId, @DefaultValue("*") List<String> paths) {}

    /**
     * An app for Android.
     *
     * @param packageName Application id.
     * @param fingerprints SHA-256 fingerprints of the signing certificates, upper-case hex with colons.
     */
    public record Android(
            @Nullable String packageName, @DefaultValue List<String> fingerprints) {}
}

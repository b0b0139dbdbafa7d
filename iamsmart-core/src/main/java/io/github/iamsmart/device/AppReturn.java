package io.github.iamsmart.device;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.text.HostName;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the iAM Smart app comes back to the service's own app on the same phone [?]. Only texts of the sister system show
 * the calls and links that take it [D], so they are off unless {@code IamSmartClientBuilder.ownAppPathPrefix} turns
 * them on. Immutable.
 */
public sealed interface AppReturn {

    /** Where the sister system has the calls of such services [D]; for iAM Smart a guess [?]. */
    String SISTER_PATH_PREFIX = "/api/appv1";

    /** {@return the source of a request that comes back this way} */
    Source source();

    /** {@return the members and parameters that say so, in their order} */
    Map<String, String> parameters();

    /**
     * By a Universal Link or App Link ({@code App_Link}).
     *
     * @param clientRedirectUri the registered link that opens the service's app
     */
    record Link(URI clientRedirectUri) implements AppReturn {

        /**
         * Checks the link.
         *
         * @param clientRedirectUri an absolute https URL without a fragment
         * @throws InvalidRequestException if it is anything else
         */
        public Link {
            boolean https = "https".equalsIgnoreCase(clientRedirectUri.getScheme());
            if (!https || clientRedirectUri.getHost() == null || clientRedirectUri.getRawFragment() != null) {
                throw new InvalidRequestException("The link '" + clientRedirectUri
                        + "' cannot open an app: write the whole https URL of a Universal Link or App Link, without a"
                        + " fragment." + HostName.advice(clientRedirectUri));
            }
        }

        @Override
        public Source source() {
            return Source.APP_LINK;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("clientRedirectURI", clientRedirectUri.toString());
        }
    }

    /**
     * By the name of an Android package ({@code App_Package}).
     *
     * @param packageName the application id, for example {@code hk.example.permits}
     * @param activityClass the activity to open, with or without its package
     * @param activityParams what the activity is given, as text; which form it has is not public
     */
    record Activity(String packageName, String activityClass, Optional<String> activityParams) implements AppReturn {

        private static final Pattern JAVA_NAME = Pattern.compile("[A-Za-z0-9_$.]{1,255}");

        /**
         * Checks the names.
         *
         * @param packageName the application id
         * @param activityClass the activity to open
         * @param activityParams what it is given
         * @throws InvalidRequestException if a name is not one of a Java package or class
         */
        public Activity {
            if (!JAVA_NAME.matcher(packageName).matches()
                    || !JAVA_NAME.matcher(activityClass).matches()) {
                throw new InvalidRequestException("'" + packageName + "' and '" + activityClass
                        + "' cannot be a package and an activity of an Android app: write names such as"
                        + " hk.example.permits and hk.example.permits.SignInActivity.");
            }
        }

        /**
         * Opens an activity without parameters.
         *
         * @param packageName the application id
         * @param activityClass the activity to open
         */
        public Activity(String packageName, String activityClass) {
            this(packageName, activityClass, Optional.empty());
        }

        @Override
        public Source source() {
            return Source.APP_PACKAGE;
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("packageName", packageName);
            parameters.put("activityClass", activityClass);
            activityParams.ifPresent(value -> parameters.put("activityParams", value));
            return Collections.unmodifiableMap(parameters);
        }
    }
}

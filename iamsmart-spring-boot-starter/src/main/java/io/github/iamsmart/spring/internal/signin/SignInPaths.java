package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.internal.web.EndpointSettings;

/** Where the endpoints are below the prefix. */
public final class SignInPaths {

    /** The prefix, as Spring MVC's mappings resolve it. */
    public static final String PREFIX = EndpointSettings.PATH_PREFIX;

    /** Where a sign-in begins. */
    public static final String LOGIN = "/login";

    static final String LOGIN_CALLBACK = "/callback/login";

    /** Where Direct Login v2 ends. */
    public static final String DIRECT_LOGIN_CALLBACK = "/callback/direct-login";

    /** The get-state address of Direct Login v1. */
    public static final String DIRECT_LOGIN_STATE = "/direct-login";

    /** Where Direct Login v2 from app to app ends. */
    public static final String APP_LOGIN = "/direct-login/app";

    private SignInPaths() {}
}

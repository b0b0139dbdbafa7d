package io.github.iamsmart.spring.signin;

/** Where the endpoints are below the prefix. */
final class SignInPaths {

    /** The prefix, as Spring MVC's mappings resolve it. */
    static final String PREFIX = SignInSettings.PATH_PREFIX;

    /** The cookie that binds a sign-in to its browser. */
    static final String COOKIE = "iamsmart-signin";

    static final String LOGIN = "/login";
    static final String LOGIN_CALLBACK = "/callback/login";
    static final String DIRECT_LOGIN_CALLBACK = "/callback/direct-login";
    static final String DIRECT_LOGIN_STATE = "/direct-login";
    static final String APP_LOGIN = "/direct-login/app";

    private SignInPaths() {}
}

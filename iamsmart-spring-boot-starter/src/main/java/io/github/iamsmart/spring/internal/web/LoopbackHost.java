package io.github.iamsmart.spring.internal.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells names of this machine from others, without asking a name server. */
public final class LoopbackHost {

    private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private LoopbackHost() {}

    /**
     * {@return whether a host is this machine: {@code localhost}, a name below it, 127.0.0.0/8 or ::1}
     *
     * @param host the host of a URL or of a request, an IPv6 address with or without brackets
     */
    public static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.equals("[0:0:0:0:0:0:0:1]")
                || IPV4.matcher(name).matches();
    }
}

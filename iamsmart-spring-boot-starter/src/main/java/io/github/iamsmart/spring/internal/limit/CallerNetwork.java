package io.github.iamsmart.spring.internal.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a limit counts: an IPv4 address, or the /64 network of an IPv6 address, all of which one subscriber may use. */
public final class CallerNetwork {

    private static final int PREFIX_BYTES = 8;

    /** Some proxies write the port too, which is another one for each connection of the same caller. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]{7,15}|\\[[0-9A-Fa-f:.%]{2,64}]):[0-9]{1,5}");

    private CallerNetwork() {}

    /**
     * {@return what a limit counts} An address that cannot be read is counted as it is.
     *
     * @param remote the address as the servlet container writes it, which may have a port if a proxy has named it
     */
    public static String of(String remote) {
        Matcher withPort = WITH_PORT.matcher(remote);
        String address = withPort.matches() ? withPort.group(1) : remote;
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon it is no name, and nothing is looked up.
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}

package io.github.iamsmart.spring.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a limit counts: an IPv4 address, or the /64 network of an IPv6 address, all of which one subscriber may use. */
final class CallerNetwork {

    private static final int PREFIX_BYTES = 8;

    private CallerNetwork() {}

    /** Takes an address as the servlet container writes it; whatever else it says stands for itself. */
    static String of(String address) {
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

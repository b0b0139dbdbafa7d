package io.github.iamsmart.internal.selfcheck;

import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Host names: which are this machine, and for which of them a certificate was issued. */
final class Hosts {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "0:0:0:0:0:0:0:1");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Hosts() {}

    /** {@return the host of a URL in lower case, an IPv6 address without brackets; empty if it has none} */
    static String of(URI url) {
        String host = url.getHost();
        return host == null
                ? ""
                : host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isHttps(url) ? 443 : 80;
    }

    /** {@return host and port, as the lines of the check name them} */
    static String authority(URI url) {
        return of(url) + ":" + port(url);
    }

    static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    static boolean isThisMachine(String host) {
        return LOOPBACK.contains(host)
                || host.endsWith(".localhost")
                || (host.startsWith("127.") && IPV4.matcher(host).matches());
    }

    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** {@return whether a certificate is for a host: by its alternative names alone, as browsers do} */
    static boolean isFor(X509Certificate certificate, String host) {
        return names(certificate).stream().anyMatch(name -> matches(name, host));
    }

    /** {@return the names that a certificate is for, without those that are no hosts} */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** A wildcard stands for the first label, and for nothing more. */
    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.") || isAddress(host)) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equals(host.substring(dot));
    }
}

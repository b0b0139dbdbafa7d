package io.github.iamsmart.internal.selfcheck;

/** Whose certificate is looked at, and so what to do about it. */
enum TlsSide {
    GATEWAY("gateway") {
        @Override
        String untrusted() {
            return "Trust the root of this certificate: give it as the client's trust store, iamsmart.trust-store. It may"
                    + " be that of a proxy that opens TLS; then ask whether the gateway can be left out of that.";
        }

        @Override
        String otherHost() {
            return "Correct the base URL, or ask whoever runs the proxy on the way why it answers in the gateway's place.";
        }

        @Override
        String expired() {
            return "Check this machine's clock first. If it is right, ask whoever runs the gateway or the proxy on the way.";
        }

        @Override
        String unreachable() {
            return "Check the base URL, DNS, the firewall and the proxy between this machine and the gateway.";
        }
    },
    CALLBACK("callback") {
        @Override
        String untrusted() {
            return "Take the TLS certificate from an authority that everybody trusts; iAM Smart wants one of production"
                    + " grade for ITE, too.";
        }

        @Override
        String otherHost() {
            return "Install a certificate for this host name, or register callback URLs with a name that it is for.";
        }

        @Override
        String expired() {
            return "Renew the certificate, install it with its full chain and load the server's configuration again.";
        }

        @Override
        String unreachable() {
            return "Check DNS, the load balancer and the firewall: iAM Smart must reach this host from the internet. If this"
                    + " machine alone may not reach it, run the check where it may.";
        }
    };

    private final String prefix;

    TlsSide(String prefix) {
        this.prefix = prefix;
    }

    String id(String check) {
        return prefix + "-" + check;
    }

    /** {@return what to do about a certificate that leads to no root} */
    abstract String untrusted();

    /** {@return what to do about a certificate for another host} */
    abstract String otherHost();

    /** {@return what to do about a certificate that has expired} */
    abstract String expired();

    /** {@return what to do about a host that cannot be reached} */
    abstract String unreachable();
}

package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.internal.gateway.Deadline;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whether a host can be reached over TLS, presents its full chain, and has a certificate that is good for it. */
final class TlsCheck {

    private static final String CONNECTION = "connection";
    private static final String CHAIN = "chain";
    private static final String CERTIFICATE = "certificate";
    private static final long DAYS_TO_WARN = 14;

    private final TlsSide side;
    private final ProbeRoute route;
    private final List<X509Certificate> roots;
    private final Clock clock;
    private final LineWriter findings;

    TlsCheck(TlsSide side, ProbeRoute route, List<X509Certificate> roots, Clock clock, LineWriter findings) {
        this.side = side;
        this.route = route;
        this.roots = roots;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Writes the lines of a host.
     *
     * @param url on the host
     * @param deadline until when
     * @return whether it can be reached
     */
    boolean check(URI url, Deadline deadline) {
        String subject = Hosts.authority(url);
        try (ProbeConnection connection = ProbeConnection.open(url, route, deadline)) {
            connection(url, subject, connection);
            if (Hosts.isHttps(url)) {
                certificates(url, subject, connection.tls().presented());
            }
            return true;
        } catch (ProbeFailure e) {
            findings.failure(side.id(CONNECTION), subject, failure(subject, e), side.unreachable());
            if (Hosts.isHttps(url)) {
                notChecked(CHAIN, subject);
                notChecked(CERTIFICATE, subject);
            }
            return false;
        }
    }

    private void connection(URI url, String subject, ProbeConnection connection) {
        String version = connection.tlsVersion();
        if (version != null) {
            findings.pass(side.id(CONNECTION), subject, subject + " is reached, and speaks " + version + ".");
        } else if (Hosts.isThisMachine(Hosts.of(url))) {
            findings.pass(side.id(CONNECTION), subject, subject + " is reached, by plain http within this machine.");
        } else {
            findings.warning(
                    side.id(CONNECTION),
                    subject,
                    subject + " is reached by plain http: whoever is on the way reads and changes what is sent.",
                    "Use https, or make sure that something else protects the way to this host.");
        }
    }

    private static String failure(String subject, ProbeFailure e) {
        String begin = "The connection to " + subject + " fails at the step ";
        return begin
                + switch (e.step()) {
                    case DNS -> "DNS: ";
                    case PROXY -> "proxy: ";
                    case CONNECT -> "connect: ";
                    case TLS -> "TLS: ";
                    case HTTP -> "HTTP: ";
                }
                + e.reason()
                + ".";
    }

    private void notChecked(String check, String subject) {
        findings.skipped(
                side.id(check),
                subject,
                "Not checked, as there is no connection.",
                "Do what the line above says first.");
    }

    private void certificates(URI url, String subject, List<X509Certificate> presented) {
        PresentedChain chain = new PresentedChain(presented, roots);
        chain(subject, chain);
        certificate(Hosts.of(url), subject, chain);
    }

    private void chain(String subject, PresentedChain chain) {
        X509Certificate end = chain.end();
        String issuer = PresentedChain.name(end.getIssuerX500Principal());
        if (chain.leadsToARoot(clock.instant())) {
            findings.pass(
                    side.id(CHAIN),
                    subject,
                    "The " + certificates(chain.size()) + " that " + subject + " presents lead to a trusted root.");
        } else if (PresentedChain.isSelfIssued(chain.own())) {
            findings.failure(
                    side.id(CHAIN),
                    subject,
                    subject + " presents a certificate that it signed itself, which nobody trusts.",
                    side.untrusted());
        } else if (PresentedChain.isSelfIssued(end)) {
            findings.failure(
                    side.id(CHAIN),
                    subject,
                    "The chain of " + subject + " is complete, but its root, “" + issuer + "”, is not trusted here.",
                    side.untrusted());
        } else {
            incomplete(subject, chain, issuer);
        }
    }

    private void incomplete(String subject, PresentedChain chain, String issuer) {
        findings.failure(
                side.id(CHAIN),
                subject,
                "The chain of " + subject + " is incomplete: it presents " + certificates(chain.size())
                        + ", and the issuer of the last, “" + issuer
                        + "”, is neither presented nor trusted here. Clients"
                        + " that do not fetch what is missing, such as those in Java and on Android, refuse it.",
                side == TlsSide.CALLBACK
                        ? "Install the full chain in the server that ends TLS: after the certificate of the host, that of “"
                                + issuer + "”, and what is above it up to the root. Most authorities offer the file as"
                                + " fullchain.pem or bundle."
                        : side.untrusted());
    }

    private static String certificates(int count) {
        return count == 1 ? "1 certificate" : count + " certificates";
    }

    private void certificate(String host, String subject, PresentedChain chain) {
        Instant now = clock.instant();
        X509Certificate first = chain.firstToExpire();
        Instant end = first.getNotAfter().toInstant();
        String whose = first.equals(chain.own())
                ? "The certificate of " + subject
                : "The certificate of “" + PresentedChain.name(first.getSubjectX500Principal()) + "” in the chain of "
                        + subject;
        long days = Duration.between(now, end).toDays();
        if (!Hosts.isFor(chain.own(), host)) {
            List<String> names = Hosts.names(chain.own());
            findings.failure(
                    side.id(CERTIFICATE),
                    subject,
                    "The certificate of " + subject + " is not for this host, but for "
                            + (names.isEmpty()
                                    ? "none"
                                    : String.join(", ", names.subList(0, Math.min(5, names.size()))))
                            + ".",
                    side.otherHost());
        } else if (now.isAfter(end)) {
            findings.failure(side.id(CERTIFICATE), subject, whose + " expired on " + day(end) + ".", side.expired());
        } else if (now.isBefore(chain.own().getNotBefore().toInstant())) {
            findings.failure(
                    side.id(CERTIFICATE),
                    subject,
                    "The certificate of " + subject + " is valid from "
                            + day(chain.own().getNotBefore().toInstant()) + " only.",
                    "Check this machine's clock. If it is right, install the certificate that is valid now.");
        } else if (days < DAYS_TO_WARN && side == TlsSide.CALLBACK) {
            findings.warning(
                    side.id(CERTIFICATE),
                    subject,
                    whose + " expires on " + day(end) + ", in " + days(days) + ".",
                    side.expired());
        } else {
            findings.pass(
                    side.id(CERTIFICATE),
                    subject,
                    "The certificate of " + subject + " is for this host and valid until " + day(end) + ".");
        }
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

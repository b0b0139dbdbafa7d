package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.internal.gateway.SkewMeter;
import io.github.iamsmart.internal.key.KekRing;
import io.github.iamsmart.internal.key.KeyCalls;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import java.time.Duration;
import java.util.List;

/** Whether the gateway answers, hands out a key that this client can open, and has the same time. */
final class GatewayCheck {

    /** The header has whole seconds, and the answer has been on its way. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(5);

    /** No public text says how much the gateway tolerates [?]. */
    private static final Duration DANGEROUS = Duration.ofSeconds(30);

    private static final String SYNCHRONISE =
            "Synchronise this machine's clock, by NTP or chrony. The gateway refuses requests whose time it does not accept.";

    private final Environment environment;
    private final boolean simulated;
    private final KeyCalls calls;
    private final KekRing keks;
    private final SkewMeter skew;
    private final TlsCheck tls;
    private final LineWriter findings;

    GatewayCheck(
            Environment environment,
            boolean simulated,
            KeyCalls calls,
            KekRing keks,
            SkewMeter skew,
            TlsCheck tls,
            LineWriter findings) {
        this.environment = environment;
        this.simulated = simulated;
        this.calls = calls;
        this.keks = keks;
        this.skew = skew;
        this.tls = tls;
        this.findings = findings;
    }

    void check(Deadline deadline) {
        environment();
        if (tls.check(environment.baseUrl(), deadline)) {
            key(deadline);
        } else {
            notChecked("gateway-key", "kek-registered", "clock");
        }
    }

    private void environment() {
        if (simulated) {
            findings.warning(
                    "environment",
                    "",
                    "The gateway is a simulator, where anybody signs in as anybody.",
                    "This is right for development and tests. Anywhere else configure the environment ite or production.");
        } else {
            findings.pass("environment", "", "The environment is " + environment.name() + ".");
        }
    }

    private void key(Deadline deadline) {
        try {
            WrappedCek wrapped = calls.getKey(deadline);
            findings.pass("gateway-key", "", "The gateway takes the client id and secret, and hands out a key.");
            registered(wrapped);
            clock();
        } catch (GatewayException e) {
            findings.failure("gateway-key", "", "The gateway refuses getKey: " + e.getMessage(), advice(e.code()));
            notChecked("kek-registered");
            clock();
        } catch (TransportException e) {
            findings.failure(
                    "gateway-key", "", "The call of getKey fails: " + e.getMessage(), TlsSide.GATEWAY.unreachable());
            notChecked("kek-registered", "clock");
        } catch (IamSmartException e) {
            findings.failure(
                    "gateway-key",
                    "",
                    "The call of getKey fails at the step HTTP: " + e.getMessage(),
                    "Check the base URL and its path, and what is between this machine and the gateway.");
            notChecked("kek-registered", "clock");
        }
    }

    private static String advice(ErrorCode code) {
        if (code.equals(ErrorCode.SIGNATURE_INVALID)) {
            return "Copy client id and secret again from the Self-Service Portal of this environment.";
        }
        return code.equals(ErrorCode.KEK_UNAVAILABLE)
                ? "Upload the encipherment certificate on the Self-Service Portal, or a new one if it has expired."
                : "Check client id, secret and environment against the Self-Service Portal, and this machine's clock.";
    }

    private void registered(WrappedCek wrapped) {
        List<KekKeyPair> known = keks.current();
        if (!keks.isFor(wrapped).orElse(true)) {
            findings.failure(
                    "kek-registered",
                    "",
                    "The gateway has another certificate registered: its key is wrapped for a public key that is not one of"
                            + " this client's.",
                    "Configure the key pair whose certificate is on the Self-Service Portal, or upload the certificate of"
                            + " this one there. An uploaded certificate takes effect with the next content key only.");
            return;
        }
        try {
            keks.unwrap(wrapped);
            findings.pass(
                    "kek-registered",
                    "",
                    known.size() == 1
                            ? "The gateway's key is wrapped for the KEK of this client, which opens it."
                            : "The gateway's key is wrapped for a KEK of this client, which opens it.");
        } catch (CryptoException e) {
            findings.failure(
                    "kek-registered",
                    "",
                    "The gateway's key does not open. " + e.getMessage(),
                    "Configure the key pair whose certificate is on the Self-Service Portal.");
        }
    }

    private void clock() {
        Duration ahead = skew.skew().orElse(null);
        if (ahead == null) {
            findings.skipped("clock", "", "The gateway's answer has no time to compare with.", "");
            return;
        }
        long seconds = ahead.abs().toSeconds();
        String found = "This machine's clock is " + seconds + " seconds " + (ahead.isNegative() ? "ahead of" : "behind")
                + " the gateway's.";
        if (ahead.abs().compareTo(DANGEROUS) >= 0) {
            findings.failure("clock", "", found, SYNCHRONISE);
        } else if (ahead.abs().compareTo(NOTICEABLE) > 0) {
            findings.warning("clock", "", found, SYNCHRONISE);
        } else {
            findings.pass("clock", "", "This machine's clock and the gateway's agree within five seconds.");
        }
    }

    private void notChecked(String... ids) {
        for (String id : ids) {
            findings.skipped(id, "", "Not checked, as the gateway gave no key.", "Do what the lines above say first.");
        }
    }
}

package io.github.iamsmart.samples.plainjava;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.selfcheck.CallbackUrl;
import io.github.iamsmart.selfcheck.CallbackUrl.Answer;
import io.github.iamsmart.selfcheck.SelfCheckReport;
import io.github.iamsmart.selfcheck.SelfCheckRequest;
import io.github.iamsmart.selfcheck.SelfCheckStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

/**
 * The self-check as a command: {@code check [--json] [--results=URL] [--login=URL] [--callback=URL] [--trust=FILE]}.
 * Ends with 0 if all is well, 1 with a warning, 2 with a failure.
 */
final class CheckCommand {

    private static final String USAGE = """
            check [--json] [--results=URL] [--login=URL] [--callback=URL] [--trust=FILE]
              --results, --login  callback URLs of an application with the Spring Boot starter
              --callback          another callback URL
              --trust             roots, in PEM, that the certificates of the callback URLs must lead to
            The client is set by environment variables; without any, the sample checks itself.""";

    private final CheckSettings settings;
    private final PrintStream out;
    private final PrintStream problems;

    CheckCommand(Map<String, String> variables, PrintStream out, PrintStream problems) {
        this.settings = new CheckSettings(variables);
        this.out = out;
        this.problems = problems;
    }

    /**
     * Checks.
     *
     * @param options what stands after the command
     * @return the exit code
     */
    int run(List<String> options) {
        try {
            SelfCheckReport report = report(options);
            out.print(options.contains("--json") ? CheckReportText.json(report) : CheckReportText.text(report));
            out.flush();
            return report.status() == SelfCheckStatus.FAILURE ? 2 : report.status() == SelfCheckStatus.WARNING ? 1 : 0;
        } catch (IllegalArgumentException | IamSmartException | IOException | GeneralSecurityException e) {
            problems.println(e instanceof IOException ? "A file cannot be read: " + e.getMessage() : e.getMessage());
            problems.println(USAGE);
            return 2;
        }
    }

    private SelfCheckReport report(List<String> options) throws IOException, GeneralSecurityException {
        SelfCheckRequest.Builder request = request(options);
        if (settings.nameAClient()) {
            try (IamSmartClient client = settings.client().build()) {
                return client.selfCheck().run(request.build());
            }
        }
        try (PlainJavaSample sample = new PlainJavaSample(0, 0)) {
            request.callbackUrl(new CallbackUrl("login", sample.page().resolve("/callback"), Answer.ANY));
            return sample.client().selfCheck().run(request.simulated(true).build());
        }
    }

    private static SelfCheckRequest.Builder request(List<String> options) throws IOException, GeneralSecurityException {
        SelfCheckRequest.Builder request = SelfCheckRequest.builder();
        for (String option : options) {
            String[] parts = option.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            switch (parts[0]) {
                case "--json" -> {}
                case "--results" -> request.callbackUrl(new CallbackUrl("results", URI.create(value), Answer.RESULTS));
                case "--login" ->
                    request.callbackUrl(new CallbackUrl("login", URI.create(value), Answer.BROWSER_RETURN));
                case "--callback" -> request.callbackUrl(new CallbackUrl("callback", URI.create(value), Answer.ANY));
                case "--trust" -> request.callbackTrustStore(roots(Path.of(value)));
                default -> throw new IllegalArgumentException("There is no option " + parts[0] + ".");
            }
        }
        return request;
    }

    private static KeyStore roots(Path file) throws IOException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        try (InputStream stream = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                roots.setCertificateEntry("root-" + count++, certificate);
            }
        }
        return roots;
    }
}

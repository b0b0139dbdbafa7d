package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.signing.SigningTrust;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PdfVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts signatures into the passes that they are for. */
@Component
final class PassJudge {

    private final BulkSigningApi signing;
    private final PaperFiles files;
    private final SigningTrust trust;

    PassJudge(IamSmartClient client, PaperFiles files, SigningTrust trust) {
        this.signing = client.bulkSigning();
        this.files = files;
        this.trust = trust;
    }

    // tag::complete[]
    /** What became of the passes for which a signature has come, by their numbers. */
    Map<String, DayPass> judge(Season season, BusinessId businessId, BulkVerification verification) throws IOException {
        Map<String, DayPass> asked =
                season.asked().stream().collect(Collectors.toMap(DayPass::number, Function.identity()));
        Map<String, DayPass> judged = new HashMap<>();
        for (DayPass pass : asked.values()) {
            Optional.ofNullable(verification.reports().get(pass.number()))
                    .filter(report -> !report.passed())
                    .ifPresent(report -> judged.put(pass.number(), pass.rejected(report)));
        }
        PdfVerifier verifier = new PdfVerifier(trust.verifier());
        for (BulkSignature signature : signing.signatures(businessId)) { // one after the other, never all in memory
            DayPass pass = asked.get(signature.documentId());
            if (pass != null && verification.accepts(signature) && signature instanceof BulkSignature.OfPdf pdf) {
                judged.put(pass.number(), signed(pass, pdf.result(), verifier));
            }
        }
        return judged;
    }

    private DayPass signed(DayPass pass, PdfSigningResult result, PdfVerifier verifier) throws IOException {
        Path pdf = files.empty();
        try (OutputStream target = Files.newOutputStream(pdf)) {
            new PdfSigner().complete(pass.prepared(), pass.file(), result, target);
        }
        // The file itself is what the stallholder takes home.
        List<VerificationReport> reports = verifier.verify(pdf);
        VerificationReport report = reports.get(reports.size() - 1);
        if (!report.passed()) {
            files.delete(Stream.of(pdf));
            return pass.rejected(report);
        }
        return pass.signed(pdf, report);
    }
    // end::complete[]
}

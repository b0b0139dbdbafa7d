package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.signing.PdfCompletion;
import io.github.iamsmart.samples.onlineservice.signing.PdfCompletion.SignedPdf;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts signatures into the passes that they are for. */
@Component
final class PassJudge {

    private final BulkSigningApi signing;
    private final PaperFiles files;
    private final PdfCompletion completion;
    private final ObjectProvider<SignatureVerifier> verifiers;

    PassJudge(
            IamSmartClient client,
            PaperFiles files,
            PdfCompletion completion,
            ObjectProvider<SignatureVerifier> verifiers) {
        this.signing = client.bulkSigning();
        this.files = files;
        this.completion = completion;
        this.verifiers = verifiers;
    }

    // tag::complete[]
    /** What became of the passes for which a signature has come, by their numbers. */
    Map<String, DayPass> judge(Season season, BusinessId businessId, BulkVerification verification) throws IOException {
        Map<String, DayPass> asked =
                season.asked().stream().collect(Collectors.toMap(DayPass::number, Function.identity()));
        Map<String, DayPass> judged = new HashMap<>();
        verification.reports().forEach((number, report) -> {
            DayPass pass = asked.get(number);
            if (pass != null && !report.passed()) {
                judged.put(number, pass.rejected(report));
            }
        });
        SignatureVerifier verifier = verifiers.getObject(); // of iamsmart.signing, as the starter makes it
        for (BulkSignature signature : signing.signatures(businessId)) { // one after the other, never all in memory
            DayPass pass = asked.get(signature.documentId());
            if (pass != null && verification.accepts(signature) && signature instanceof BulkSignature.OfPdf pdf) {
                judged.put(pass.number(), signed(pass, pdf.result(), verifier));
            }
        }
        return judged;
    }

    private DayPass signed(DayPass pass, PdfSigningResult result, SignatureVerifier verifier) throws IOException {
        SignedPdf pdf = completion.complete(pass.prepared(), pass.file(), result, verifier);
        if (!pdf.report().passed()) {
            files.delete(Stream.of(pdf.file()));
            return pass.rejected(pdf.report());
        }
        return pass.signed(pdf.file(), pdf.report());
    }
    // end::complete[]
}

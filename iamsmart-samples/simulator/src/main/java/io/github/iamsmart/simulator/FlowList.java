package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.bulksigning.AnonymousBulkSigningFlow;
import io.github.iamsmart.simulator.bulksigning.BulkSigningFlow;
import io.github.iamsmart.simulator.ccic.CcicVerificationFlow;
import io.github.iamsmart.simulator.directlogin.DirectLoginFlow;
import io.github.iamsmart.simulator.formfilling.AnonymousFormFillingFlow;
import io.github.iamsmart.simulator.formfilling.FormFillingFlow;
import io.github.iamsmart.simulator.profile.ProfileFlow;
import io.github.iamsmart.simulator.reauth.ReauthenticationFlow;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.signin.SignInFlow;
import io.github.iamsmart.simulator.signing.AckResultEndpoint;
import io.github.iamsmart.simulator.signing.AnonymousSigningFlow;
import io.github.iamsmart.simulator.signing.SigningFlow;
import io.github.iamsmart.simulator.wire.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every flow. To add one, write its package and add a line here, and a second line if it works without a sign-in too.
 */
final class FlowList {
    private record Line(FlowDeclaration declaration, Function<FlowParts, Flow> maker) {}

    private static final List<Line> LINES = List.of(
            new Line(
                    SignInFlow.DECLARATION,
                    parts -> new SignInFlow(
                            parts.codes(),
                            parts.tokens(),
                            parts.ids(),
                            parts.personas(),
                            parts.faults(),
                            parts.clock())),
            new Line(DirectLoginFlow.DECLARATION, parts -> new DirectLoginFlow(parts.codes(), parts.clock())),
            new Line(
                    ProfileFlow.DECLARATION,
                    parts -> new ProfileFlow(parts.accounts(), parts.callbacks(), parts.users(), parts.personas())),
            new Line(FormFillingFlow.DECLARATION, parts -> new FormFillingFlow(parts.accounts(), parts.callbacks())),
            new Line(AnonymousFormFillingFlow.DECLARATION, parts -> new AnonymousFormFillingFlow(parts.anonymous())),
            new Line(
                    SigningFlow.OF_HASHES,
                    parts -> SigningFlow.ofHashes(
                            parts.signatures(),
                            parts.users(),
                            parts.personas(),
                            parts.accounts(),
                            parts.callbacks(),
                            new AckResultEndpoint(parts.requests(), parts.clock()))),
            new Line(
                    SigningFlow.OF_PDFS,
                    parts -> SigningFlow.ofPdfs(
                            parts.signatures(), parts.users(), parts.personas(), parts.accounts(), parts.callbacks())),
            new Line(
                    AnonymousSigningFlow.OF_HASHES,
                    parts -> AnonymousSigningFlow.ofHashes(parts.signatures(), parts.anonymous())),
            new Line(
                    AnonymousSigningFlow.OF_PDFS,
                    parts -> AnonymousSigningFlow.ofPdfs(parts.signatures(), parts.anonymous())),
            new Line(
                    BulkSigningFlow.DECLARATION,
                    parts -> new BulkSigningFlow(
                            parts.users(),
                            parts.personas(),
                            parts.accounts(),
                            parts.callbacks(),
                            parts.bulkDelivery(),
                            parts.bulkRequests(),
                            parts.clock())),
            new Line(
                    AnonymousBulkSigningFlow.DECLARATION,
                    parts -> new AnonymousBulkSigningFlow(parts.anonymous(), parts.bulkDelivery())),
            new Line(
                    ReauthenticationFlow.DECLARATION,
                    parts -> new ReauthenticationFlow(parts.accounts(), parts.callbacks())),
            new Line(
                    CcicVerificationFlow.DECLARATION,
                    parts -> new CcicVerificationFlow(
                            parts.settings().ccicPath(), parts.accounts(), parts.callbacks())));

    private FlowList() {}

    static List<FlowDeclaration> declarations() {
        return LINES.stream().map(Line::declaration).toList();
    }

    /** {@return every scope that a service can ask for} */
    static Set<String> scopes() {
        return LINES.stream()
                .flatMap(line -> line.declaration().scopes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the codes that the flows answer beside the general ones} */
    static Set<Code> codes() {
        return LINES.stream()
                .flatMap(line -> line.declaration().codes().all().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<Flow> make(FlowParts parts) {
        return LINES.stream().map(line -> make(line, parts)).toList();
    }

    private static Flow make(Line line, FlowParts parts) {
        Flow flow = line.maker().apply(parts);
        if (!flow.name().equals(line.declaration().name())) {
            throw new IllegalStateException(
                    "The line of " + line.declaration().name() + " makes the flow " + flow.name() + ".");
        }
        return flow;
    }
}

package io.github.iamsmart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.internal.bulksigning.BulkSigningFlow;
import io.github.iamsmart.internal.callback.CallbackReceiver;
import io.github.iamsmart.internal.formfilling.FormFillingFlow;
import io.github.iamsmart.internal.profile.ProfileFlow;
import io.github.iamsmart.internal.reauth.ReauthenticationFlow;
import io.github.iamsmart.internal.signing.SigningFlow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one flow needs, from its method to the HTTP library, belongs to no other flow. */
class FlowWalkTest {

    private static final String HTTP = "okhttp3.OkHttpClient";

    private static void entersNoOtherFlow(Class<?> flow, String method, Set<String> own) {
        CallWalk walk = CallWalk.from(ArchitectureTest.CORE, flow, method);

        assertThat(walk.targets())
                .as("the walk of " + method + " ends at the network")
                .contains(HTTP);
        List<String> others = walk.rooms().stream()
                .filter(room -> Floors.isFlow(room) || Floors.flow(room).equals("signin"))
                .filter(room -> !own.contains(Floors.flow(room)))
                .map(room -> room + walk.way(room))
                .toList();
        assertThat(others).isEmpty();
    }

    @Test
    void formFillingEntersNoOtherFlow() {
        entersNoOtherFlow(FormFillingFlow.class, "initiate", Set.of("formfilling"));
    }

    @Test
    void neitherDoProfileAndReauthentication() {
        entersNoOtherFlow(ProfileFlow.class, "initiate", Set.of("profile"));
        entersNoOtherFlow(ReauthenticationFlow.class, "initiate", Set.of("reauth"));
    }

    @Test
    void norSigning() {
        entersNoOtherFlow(SigningFlow.class, "initiateHash", Set.of("signing"));
        entersNoOtherFlow(SigningFlow.class, "initiatePdf", Set.of("signing"));
    }

    @Test
    void bulkSigningEntersSigningAlone() {
        entersNoOtherFlow(BulkSigningFlow.class, "initiate", Set.of("bulksigning", "signing"));
    }

    /** Only the declarations of the kinds that are answered in parts lead from a callback into a flow. */
    @Test
    void aCallbackEntersNoFlowExceptByTheReaderOfItsKind() {
        CallWalk walk = CallWalk.from(ArchitectureTest.CORE, CallbackReceiver.class, "accept");

        Set<String> flows = walk.rooms().stream().filter(Floors::isFlow).collect(Collectors.toSet());
        assertThat(flows).containsExactly("bulksigning");
        assertThat(walk.way("bulksigning")).contains("BulkPartReader.read", "PartAssembly.receive");
    }
}

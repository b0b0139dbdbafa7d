package io.github.iamsmart.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.FieldLists;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Json;

/** {@code POST /profiles}: data of a signed-in user at once, without asking them again [1]. */
final class ProfilesEndpoint implements GatewayEndpoint {
    private final SignedInUsers users;
    private final Personas personas;

    ProfilesEndpoint(SignedInUsers users, Personas personas) {
        this.users = users;
        this.personas = personas;
    }

    @Override
    public String path() {
        return "/profiles";
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        Asked asked = FieldLists.both(call);
        Grant user = users.user(call, ProfileFlow.WITHOUT_PROMPT);
        ObjectNode content = Json.object();
        DataFields.copy(personas.known(user.personaId()), asked.fields(), content);
        return content;
    }
}

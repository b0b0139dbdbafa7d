package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.wire.Json;
import java.util.Set;

/** How a change is written: a member that is left out stays as it is, {@code null} removes it. */
final class MergePatch {
    private MergePatch() {}

    /**
     * {@return what was there, changed}
     *
     * @param inside the members whose own members are changed one by one; any other is replaced as a whole
     */
    static ObjectNode apply(ObjectNode before, ObjectNode patch, Set<String> inside) {
        ObjectNode after = before.deepCopy();
        patch.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                after.remove(name);
            } else if (inside.contains(name) && value instanceof ObjectNode object) {
                ObjectNode old = after.get(name) instanceof ObjectNode there ? there : Json.object();
                after.set(name, apply(old, object, Set.of()));
            } else {
                after.set(name, value.deepCopy());
            }
        });
        return after;
    }
}

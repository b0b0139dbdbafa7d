package io.github.iamsmart.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The floors of the core, from the roof down. Packages of one floor may know each other, as long as there is no cycle;
 * flows may not. A flow needs no line here: a public package that is not named is one of a flow, and so is the package
 * below {@code internal} that has its name.
 */
final class Floors extends ArchCondition<JavaClass> {

    static final String ROOT = "io.github.iamsmart";

    /** Stands for every flow's public package: its interface, its requests, its results. */
    private static final String FLOW = "<flow>";

    /** Stands for every flow's implementation. */
    private static final String FLOW_OVER_THE_GATEWAY = "internal.<flow>";

    /** Bulk signing builds on signing: it signs the same documents and takes the same answers. */
    private static final Map<String, Set<String>> FLOWS_BELOW = Map.of("bulksigning", Set.of("signing"));

    private static final List<Set<String>> FROM_THE_ROOF = List.of(
            Set.of(""),
            Set.of(FLOW_OVER_THE_GATEWAY),
            Set.of("internal.flow", "internal.callback", "internal.selfcheck"),
            Set.of(FLOW),
            // What the browser brings back from a sign-in completes the anonymous requests of every flow.
            Set.of("signin"),
            Set.of("callback"),
            Set.of("internal.requests", "internal.key"),
            Set.of("requests", "internal.identity"),
            Set.of("key", "internal.gateway"),
            Set.of("identity", "internal.crypto", "internal.json", "internal.pdf", "internal.signature"),
            Set.of("listener", "device", "selfcheck"),
            Set.of("environment"),
            Set.of("error", "internal.text"));

    Floors() {
        super("use only its own floor and those below");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (isOurs(target) && !mayUse(room(user.getPackageName()), room(target))) {
                events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
            }
        }
    }

    private static boolean mayUse(String user, String used) {
        if (user.equals(used)) {
            return true;
        }
        if (isFlow(user) && isFlow(used) && !flow(user).equals(flow(used))) {
            return FLOWS_BELOW.getOrDefault(flow(user), Set.of()).contains(flow(used)) && floor(user) <= floor(used);
        }
        return floor(user) <= floor(used);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    /** {@return whether a room belongs to a flow, {@code signin} aside} */
    static boolean isFlow(String room) {
        String floor = kind(room);
        return floor.equals(FLOW) || floor.equals(FLOW_OVER_THE_GATEWAY);
    }

    /** {@return the flow that a room belongs to} */
    static String flow(String room) {
        return room.replace("internal.", "");
    }

    /**
     * {@return the package without the root} A package below another one belongs to it, {@code internal.json.lenient}
     * to {@code internal.json}.
     */
    static String room(String packageName) {
        String name = packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
        String[] parts = name.split("\\.");
        return parts[0].equals("internal") ? parts[0] + "." + parts[1] : parts[0];
    }

    private static String kind(String room) {
        boolean named = FROM_THE_ROOF.stream().anyMatch(floor -> floor.contains(room));
        if (named) {
            return room;
        }
        return room.startsWith("internal.") ? FLOW_OVER_THE_GATEWAY : FLOW;
    }

    /** {@return how far below the roof a room is} */
    private static int floor(String room) {
        String kind = kind(room);
        for (int i = 0; i < FROM_THE_ROOF.size(); i++) {
            if (FROM_THE_ROOF.get(i).contains(kind)) {
                return i;
            }
        }
        throw new IllegalStateException(room);
    }
}

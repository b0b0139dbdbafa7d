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
 * The floors of the house, from the roof down. Packages of one floor may know each other, as long as there is no cycle;
 * the flows may not.
 */
final class Floors extends ArchCondition<JavaClass> {

    static final String ROOT = "io.github.iamsmart";

    static final Set<String> FLOWS = Set.of("profile", "formfilling", "signing", "bulksigning", "reauth", "ccic");

    /** Which flow may use which others: form filling answers with a profile, a signer is named by his HKIC. */
    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "formfilling",
            Set.of("profile"),
            "signing",
            Set.of("profile"),
            "bulksigning",
            Set.of("profile", "signing"));

    private static final List<Set<String>> FROM_THE_ROOF = List.of(
            Set.of(""),
            Set.of("callback"),
            FLOWS,
            // Every flow needs the access token and the user that a sign-in brings.
            Set.of("signin"),
            Set.of("internal.flow"),
            Set.of("tracking"),
            Set.of("request", "internal.key"),
            Set.of("key"),
            Set.of("internal.gateway"),
            Set.of("internal.crypto", "internal.json", "internal.signature"),
            Set.of("listener"),
            Set.of("environment"),
            Set.of("error", "internal.text"));

    Floors() {
        super("use only its own floor and those below");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        String above = room(user.getPackageName());
        if (floor(above) < 0) {
            events.add(SimpleConditionEvent.violated(user, user.getName() + " is in a package that has no floor"));
            return;
        }
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (isOurs(target) && !mayUse(above, room(target))) {
                events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
            }
        }
    }

    private static boolean mayUse(String user, String used) {
        if (user.equals(used)) {
            return true;
        }
        if (FLOWS.contains(user) && FLOWS.contains(used)) {
            return NEIGHBOURS.getOrDefault(user, Set.of()).contains(used);
        }
        return floor(user) <= floor(used);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    /** A package below one that has a floor belongs to it: {@code internal.json.lenient} to {@code internal.json}. */
    static String room(String packageName) {
        String name = packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
        while (floor(name) < 0 && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }

    private static int floor(String room) {
        for (int i = 0; i < FROM_THE_ROOF.size(); i++) {
            if (FROM_THE_ROOF.get(i).contains(room)) {
                return i;
            }
        }
        return -1;
    }
}

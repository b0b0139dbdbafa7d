package io.github.iamsmart.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a method may call, directly or not, by any implementation of what it calls. Lambdas and method
 * references count where they are made.
 */
final class CallWalk {

    private final JavaClasses classes;
    private final Map<JavaCodeUnit, JavaCodeUnit> callers = new LinkedHashMap<>();
    private final Set<String> targets = new LinkedHashSet<>();

    private CallWalk(JavaClasses classes) {
        this.classes = classes;
    }

    static CallWalk from(JavaClasses classes, Class<?> owner, String method) {
        CallWalk walk = new CallWalk(classes);
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        classes.get(owner).getMethods().stream()
                .filter(each -> each.getName().equals(method))
                .filter(each -> !each.getModifiers().contains(JavaModifier.BRIDGE))
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaCodeUnit caller = open.poll();
            calls(caller).forEach(call -> {
                walk.targets.add(call.getTargetOwner().getName());
                walk.resolve(call.getTarget())
                        .filter(callee -> walk.callers.putIfAbsent(callee, caller) == null)
                        .forEach(open::add);
            });
        }
        return walk;
    }

    private static Stream<JavaCodeUnitAccess<?>> calls(JavaCodeUnit caller) {
        return Stream.of(
                        caller.getMethodCallsFromSelf().stream(),
                        caller.getConstructorCallsFromSelf().stream(),
                        caller.getMethodReferencesFromSelf().stream(),
                        caller.getConstructorReferencesFromSelf().stream())
                .flatMap(calls -> calls);
    }

    /** The method itself, and what overrides it. */
    private Stream<JavaCodeUnit> resolve(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        Stream<JavaClass> subclasses = classes.contain(owner.getName())
                ? classes.get(owner.getName()).getAllSubclasses().stream()
                : Stream.empty();
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        Stream<JavaCodeUnit> overriding = subclasses
                .filter(type -> Floors.isOurs(type.getPackageName()))
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
        return Stream.concat(target.resolveMember().stream().map(JavaCodeUnit.class::cast), overriding)
                .filter(unit -> Floors.isOurs(unit.getOwner().getPackageName()));
    }

    /** {@return the rooms that the walk enters} */
    Set<String> rooms() {
        Set<String> rooms = new LinkedHashSet<>();
        callers.keySet().forEach(unit -> rooms.add(Floors.room(unit.getOwner().getPackageName())));
        return rooms;
    }

    /** {@return the names of all types of which a method is called, those of libraries too} */
    Set<String> targets() {
        return targets;
    }

    /** {@return how the walk came into a room, for the message of a failure} */
    String way(String room) {
        JavaCodeUnit at = callers.keySet().stream()
                .filter(unit -> Floors.room(unit.getOwner().getPackageName()).equals(room))
                .findFirst()
                .orElseThrow();
        StringBuilder way = new StringBuilder();
        for (JavaCodeUnit unit = at; unit != null; unit = callers.get(unit)) {
            way.append("\n  ").append(unit.getFullName());
            if (way.length() > 10_000) {
                break;
            }
        }
        return way.toString();
    }
}

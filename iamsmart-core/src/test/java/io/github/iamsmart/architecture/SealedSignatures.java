package io.github.iamsmart.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An application uses the SDK without knowing what it is made of. */
final class SealedSignatures extends ArchCondition<JavaClass> {

    private static final List<String> HIDDEN = List.of(
            "com.fasterxml.",
            "okhttp3.",
            "okio.",
            "org.bouncycastle.",
            "kotlin.",
            "org.slf4j.",
            Floors.ROOT + ".internal.");

    SealedSignatures() {
        super("show no type of a library or of the SDK's internals in a public or protected signature");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, "the supertypes of " + type.getName(), parents, events);
        for (JavaField field : type.getFields()) {
            if (isVisible(field)) {
                report(type, field.getFullName(), Stream.of(field.getType()), events);
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isVisible(unit)) {
                Stream<JavaType> shown = Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getExceptionTypes().stream(),
                                unit.getTypeParameters().stream())
                        .flatMap(types -> types);
                report(type, unit.getFullName(), shown, events);
            }
        }
    }

    static boolean isVisible(JavaClass type) {
        return isVisible((HasModifiers) type)
                && type.getEnclosingClass().map(SealedSignatures::isVisible).orElse(true);
    }

    private static boolean isVisible(HasModifiers member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static void report(JavaClass type, String where, Stream<? extends JavaType> shown, ConditionEvents events) {
        shown.flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName)
                .filter(name -> HIDDEN.stream().anyMatch(name::startsWith))
                .forEach(name -> events.add(SimpleConditionEvent.violated(type, where + " shows " + name)));
    }
}

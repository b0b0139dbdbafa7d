package io.github.iamsmart.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.Provider;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at what a static field holds: a collection must refuse changes, and there must be no holder of state. */
final class Unchanging extends ArchCondition<JavaField> {

    Unchanging() {
        super("hold nothing that changes");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        Object value = value(field.reflect());
        boolean changing = value instanceof Collection<?> collection && accepts(collection)
                || value instanceof Map<?, ?> map && !(value instanceof Provider) && accepts(map)
                || value instanceof AtomicReference
                || value instanceof AtomicBoolean
                || value instanceof AtomicInteger
                || value instanceof AtomicLong;
        // An array can always be changed; it must at least be out of reach.
        boolean open = value != null
                && value.getClass().isArray()
                && !Modifier.isPrivate(field.reflect().getModifiers());
        if (changing || open) {
            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can be changed"));
        }
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Removing nothing changes nothing, and an unmodifiable collection refuses even that. */
    private static boolean accepts(Collection<?> collection) {
        try {
            collection.removeIf(each -> false);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static <K, V> boolean accepts(Map<K, V> map) {
        try {
            map.replaceAll((key, value) -> value);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}

package io.github.iamsmart.spring.autoconfigure;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What the wiring of a client is given in place of the beans of the only one.
 *
 * @param objects what there is, in order
 * @param <T> their type
 */
record Provided<T>(Supplier<Stream<T>> objects) implements ObjectProvider<T> {

    /** {@return one object, made when it is asked for} */
    static <T> Provided<T> of(Supplier<? extends T> object) {
        return new Provided<>(() -> Stream.of(object).map(Supplier::get));
    }

    @Override
    public Stream<T> stream() {
        return objects.get();
    }

    @Override
    public Stream<T> orderedStream() {
        return objects.get();
    }
}

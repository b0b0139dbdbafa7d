package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.error.IamSmartException;

/** Tells in a log what went wrong in a store. A store throws what it likes, and its message may hold anything. */
public final class StoreFailure {

    private StoreFailure() {}

    /**
     * {@return what a log may say of it}
     *
     * @param failure what a store threw
     */
    public static String text(RuntimeException failure) {
        return failure instanceof IamSmartException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
    }
}

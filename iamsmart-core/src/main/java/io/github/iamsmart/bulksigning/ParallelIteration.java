package io.github.iamsmart.bulksigning;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Processes an iterator on all processors: each worker fetches a few elements, and none reads ahead. The calling thread
 * is one of the workers, so that the work gets done even if no other thread is available.
 *
 * @param <T> the type of the elements
 */
final class ParallelIteration<T> {

    private static final int HANDFUL = 16;

    private final Iterator<T> elements;
    private final Consumer<T> work;
    private boolean finished;
    private int busy;
    private @Nullable Throwable failure;

    private ParallelIteration(Iterator<T> elements, Consumer<T> work) {
        this.elements = elements;
        this.work = work;
    }

    /** Returns after all elements are processed; throws the first exception of the iterator or of the work. */
    static <T> void forEach(Iterator<T> elements, Consumer<T> work) {
        ParallelIteration<T> all = new ParallelIteration<>(elements, work);
        try {
            for (int i = 1; i < Runtime.getRuntime().availableProcessors(); i++) {
                ForkJoinPool.commonPool().execute(all::work);
            }
        } catch (RejectedExecutionException e) {
            // A JVM that shuts down has only this thread left.
        }
        all.work();
        all.awaitOthers();
    }

    private void work() {
        List<T> handful = fetch(false);
        while (!handful.isEmpty()) {
            try {
                handful.forEach(work);
            } catch (RuntimeException | Error e) {
                fail(e);
            }
            handful = fetch(true);
        }
    }

    private synchronized List<T> fetch(boolean wasBusy) {
        if (wasBusy) {
            busy--;
        }
        List<T> handful = new ArrayList<>(HANDFUL);
        try {
            while (!finished && handful.size() < HANDFUL) {
                if (elements.hasNext()) {
                    handful.add(elements.next());
                } else {
                    finished = true;
                }
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        if (!handful.isEmpty()) {
            busy++;
        }
        notifyAll();
        return handful;
    }

    private synchronized void fail(Throwable e) {
        finished = true;
        failure = failure == null ? e : failure;
    }

    private synchronized void awaitOthers() {
        boolean interrupted = false;
        while (busy > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}

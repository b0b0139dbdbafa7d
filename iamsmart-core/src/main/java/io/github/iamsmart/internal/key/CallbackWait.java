package io.github.iamsmart.internal.key;

import io.github.iamsmart.error.IamSmartException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how callbacks wait for a key that is being fetched: a few at a time, and not for long. Anybody can post a
 * callback that no known key opens; while the key API is slow, such callbacks must not hold every thread of the server.
 * Thread-safe.
 */
public final class CallbackWait {

    private static final Logger log = LoggerFactory.getLogger(CallbackWait.class);

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MOST = 4;

    private final Duration longest;
    private final Semaphore places;

    CallbackWait(Duration longest, int most) {
        this.longest = longest;
        this.places = new Semaphore(most);
    }

    /**
     * {@return a bound of two seconds for at most four callbacks at a time}
     *
     * @param callTimeout how long a call may take; a callback waits no longer than a call
     */
    public static CallbackWait within(Duration callTimeout) {
        return new CallbackWait(callTimeout.compareTo(LONGEST) < 0 ? callTimeout : LONGEST, MOST);
    }

    /**
     * Waits for the running task, if there is one and few others wait for it.
     *
     * @return whether no task is running any more, or none was
     */
    boolean await(SingleFlight<?> flight) {
        if (!places.tryAcquire()) {
            return !flight.isRunning();
        }
        try {
            var unused = flight.joinRunning(longest);
            return true;
        } catch (IamSmartException e) {
            log.debug("A callback waited in vain for a content key (CEK): {}", e.getMessage());
            return false;
        } finally {
            places.release();
        }
    }

    /** {@return how many more may wait now} */
    int free() {
        return places.availablePermits();
    }

    /** {@return how long a callback may wait} */
    Duration longest() {
        return longest;
    }
}

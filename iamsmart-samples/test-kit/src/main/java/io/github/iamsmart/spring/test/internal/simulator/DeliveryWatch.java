package io.github.iamsmart.spring.test.internal.simulator;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Waits until the application's handlers have taken an outcome. Thread-safe. */
public final class DeliveryWatch implements SmartInitializingSingleton {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectProvider<RequestStore> stores;
    private final ObjectProvider<RequestDelivery> delivery;

    /**
     * Creates it.
     *
     * @param stores have the requests
     * @param delivery tells whenever something was delivered; none, if the application has excluded it
     */
    public DeliveryWatch(ObjectProvider<RequestStore> stores, ObjectProvider<RequestDelivery> delivery) {
        this.stores = stores;
        this.delivery = delivery;
    }

    @Override
    public void afterSingletonsInstantiated() {
        delivery.forEach(one -> one.whenDelivered(this::wake));
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * Waits for the delivery of an outcome.
     *
     * @param businessId of a request that has been answered
     * @throws IllegalStateException if the handlers give up, or have not taken it within 30 seconds
     */
    public synchronized void await(BusinessId businessId) {
        List<RequestStore> all = stores.stream().toList();
        if (delivery.stream().findAny().isEmpty() || all.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isDelivered(all, businessId)) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new IllegalStateException("The handlers and listeners of the application have not taken the"
                        + " outcome of the request " + businessId + " within " + PATIENCE.toSeconds()
                        + " s. Its log says whether one of them has failed; they are called again after a pause.");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for a delivery.", e);
            }
        }
    }

    private static boolean isDelivered(List<RequestStore> stores, BusinessId businessId) {
        Optional<RequestStatus> status = stores.stream()
                .flatMap(store -> store.find(businessId).stream())
                .map(StoredRequest::status)
                .findFirst();
        if (status.equals(Optional.of(RequestStatus.DEAD))) {
            throw new IllegalStateException("The handlers and listeners of the application gave up the outcome of the"
                    + " request " + businessId + ": its log says why.");
        }
        return status.isEmpty() || status.get() == RequestStatus.DELIVERED;
    }
}

package io.github.iamsmart.samples.onlineservice.waiting;

import java.net.URI;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the template {@code waiting} shows.
 *
 * @param statePath where the page asks how far the request is; {@code /events} below it tells it unasked
 * @param instruction what to do now
 * @param caption of the button that opens the app
 * @param open where that button leads; null where the phone is another device
 * @param phone the simulated phone, beside this computer; null when it is on this device or a real one
 * @param until when the request ends, in Hong Kong's time
 */
public record WaitingView(
        String statePath,
        String instruction,
        String caption,
        @Nullable URI open,
        @Nullable URI phone,
        ZonedDateTime until) {}

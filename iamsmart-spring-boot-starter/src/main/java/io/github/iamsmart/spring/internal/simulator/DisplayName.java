package io.github.iamsmart.spring.internal.simulator;

/** What the pages of a simulator call the application: a name that it would refuse is cut. */
final class DisplayName {

    private static final int LENGTH = 100;

    private DisplayName() {}

    /** {@return the name as the simulator takes it; empty if nothing of it is left} */
    static String of(String name) {
        String shown = name.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        // A cut through a pair leaves half of it.
        return shown.substring(0, Math.min(shown.length(), LENGTH)).replaceAll("\\p{Cs}", "");
    }
}

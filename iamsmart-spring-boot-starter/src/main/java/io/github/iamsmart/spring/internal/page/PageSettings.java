package io.github.iamsmart.spring.internal.page;

import java.util.Optional;

/**
 * What an application has in place of ours, checked.
 *
 * @param style its sheet: a path within the application, or an absolute URL
 * @param waitingView the name of its view that shows a waiting page
 */
public record PageSettings(Optional<String> style, Optional<String> waitingView) {

    /** Everything is ours. */
    public static final PageSettings OURS = new PageSettings(Optional.empty(), Optional.empty());
}

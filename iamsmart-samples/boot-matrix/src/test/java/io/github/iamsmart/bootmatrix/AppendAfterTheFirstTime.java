package io.github.iamsmart.bootmatrix;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the log goes on: not from the run before, but from earlier in this one. Spring Boot sets logging up anew
 * after it has closed an application; without this, what was logged until then would escape the search for secrets.
 */
public final class AppendAfterTheFirstTime extends PropertyDefinerBase {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public String getPropertyValue() {
        return String.valueOf(BEGUN.getAndSet(true));
    }
}

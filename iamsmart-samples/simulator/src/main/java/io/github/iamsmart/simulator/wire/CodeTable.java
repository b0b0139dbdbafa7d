package io.github.iamsmart.simulator.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Every code that the gateway answers: the general ones and those of the flows. */
public final class CodeTable {
    private final Map<String, Code> byValue = new HashMap<>();

    /** Two flows may share a code. Two codes of the same value are a mistake. */
    public CodeTable(Collection<Code> ofFlows) {
        Code.GENERAL.forEach(this::add);
        ofFlows.forEach(this::add);
    }

    /** The message of a code that a fault asks for, which may be one that this table does not know. */
    public String messageOf(String value) {
        Code code = byValue.get(value);
        return code == null ? "Simulated error" : code.message();
    }

    public boolean contains(Code code) {
        return code.equals(byValue.get(code.value()));
    }

    private void add(Code code) {
        Code earlier = byValue.putIfAbsent(code.value(), code);
        if (earlier != null && !earlier.equals(code)) {
            throw new IllegalStateException(
                    "The code " + code.value() + " is both '" + earlier.message() + "' and '" + code.message() + "'.");
        }
    }
}

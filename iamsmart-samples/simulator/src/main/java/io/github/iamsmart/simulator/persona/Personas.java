package io.github.iamsmart.simulator.persona;

import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The personas, in the order in which the phone shows them: those that come with the simulator, then those of its user.
 *
 * <p>One that was removed is shown to nobody, but what it began goes on: its tokens, its requests, its certificates.
 */
public final class Personas {
    /** Of one's own, and of removed ones that are still known. */
    static final int CAPACITY = 1_000;

    private final List<Persona> builtIn;
    private final Map<String, Persona> own = new LinkedHashMap<>();
    private final Map<String, Persona> removed = new LinkedHashMap<>();
    private volatile List<Persona> all;

    private Personas(List<Persona> builtIn) {
        this.builtIn = builtIn;
        this.all = builtIn;
    }

    public static Personas load() {
        return new Personas(BuiltInPersonas.all());
    }

    public List<Persona> all() {
        return all;
    }

    /** Those that did not come with the simulator. */
    public synchronized List<Persona> own() {
        return List.copyOf(own.values());
    }

    /** All, and the removed ones that are still known. */
    public synchronized List<Persona> everybody() {
        List<Persona> everybody = new ArrayList<>(all);
        everybody.addAll(removed.values());
        return everybody;
    }

    public boolean isBuiltIn(String id) {
        return builtIn.stream().anyMatch(persona -> persona.id().equals(id));
    }

    public Optional<Persona> find(String id) {
        return all.stream().filter(persona -> persona.id().equals(id)).findFirst();
    }

    /** The persona that somebody names. */
    public Persona get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The persona that has signed in or begun something, even where it was removed since. */
    public Persona known(String id) {
        return findKnown(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #known}. */
    public synchronized Optional<Persona> findKnown(String id) {
        return find(id).or(() -> Optional.ofNullable(removed.get(id)));
    }

    /** Adds one, or replaces that of the same id. */
    public synchronized void put(Persona persona) {
        Map<String, Persona> after = new LinkedHashMap<>(own);
        after.put(persona.id(), persona);
        change(after);
    }

    public synchronized void remove(String id) {
        refuseBuiltIn(get(id).id());
        Map<String, Persona> after = new LinkedHashMap<>(own);
        after.remove(id);
        change(after);
    }

    /** Exactly these beside the built-in ones. */
    public synchronized void replaceOwn(Collection<Persona> personas) {
        change(byId(personas));
    }

    /** Says whether {@link #replaceOwn} would take them. */
    public void check(Collection<Persona> personas) {
        check(byId(personas));
    }

    /** Forgets the removed ones. */
    public synchronized void forgetRemoved() {
        removed.clear();
    }

    private void change(Map<String, Persona> after) {
        check(after);
        own.values().stream()
                .filter(persona -> !after.containsKey(persona.id()))
                .forEach(persona -> removed.put(persona.id(), persona));
        after.keySet().forEach(removed::remove);
        while (removed.size() > CAPACITY) {
            removed.remove(removed.keySet().iterator().next());
        }
        own.clear();
        own.putAll(after);
        List<Persona> both = new ArrayList<>(builtIn);
        both.addAll(own.values());
        all = List.copyOf(both);
    }

    private Map<String, Persona> byId(Collection<Persona> personas) {
        Map<String, Persona> byId = new LinkedHashMap<>();
        for (Persona persona : personas) {
            if (byId.put(persona.id(), persona) != null) {
                throw invalid("Two personas have the id '" + persona.id() + "'.");
            }
        }
        return byId;
    }

    private void check(Map<String, Persona> after) {
        if (after.size() > CAPACITY) {
            throw invalid("There can be " + CAPACITY + " personas of your own; remove some.");
        }
        after.keySet().forEach(this::refuseBuiltIn);
        Map<String, String> owners = new LinkedHashMap<>();
        after.values()
                .forEach(persona -> persona.tokenisedIds().forEach((client, tokenisedId) -> {
                    String other = owners.put(client + " " + tokenisedId, persona.id());
                    if (other != null) {
                        throw invalid("The personas '" + other + "' and '" + persona.id()
                                + "' have the same Tokenised ID for the client '" + client
                                + "'; a Tokenised ID belongs to one user.");
                    }
                }));
    }

    private void refuseBuiltIn(String id) {
        if (isBuiltIn(id)) {
            throw invalid(
                    "The persona '" + id + "' comes with the simulator and stays as it is; copy it: {\"id\": \"my-" + id
                            + "\", \"copyOf\": \"" + id + "\"}.");
        }
    }

    private SimulatorException unknown(String id) {
        return new SimulatorException(
                Kind.UNKNOWN_PERSONA,
                "There is no persona '" + id + "'; there are "
                        + all.stream().map(Persona::id).toList() + ".");
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }
}

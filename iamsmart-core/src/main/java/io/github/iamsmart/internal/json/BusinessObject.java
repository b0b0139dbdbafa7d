package io.github.iamsmart.internal.json;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel.Inner;
import io.github.iamsmart.internal.json.TopLevel.Wanted;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The business object in the plaintext of an answer, which is the object itself, or a whole envelope whose
 * {@code content} is the object [1] or a text that holds it; the envelope's {@code code} may be missing.
 *
 * <p>A business object may have members {@code content} and {@code code} of its own. So the names tell the two apart:
 *
 * <ol>
 *   <li>Business id and state stand outside: it is the object itself, unless {@code content} repeats both, or
 *       {@code code} is a result code such as D00000 and {@code content} names no other request.
 *   <li>They are complete only with what {@code content} names: it is an envelope.
 *   <li>They are nowhere, as in an answer that is fetched: it is an envelope if {@code code} is a result code.
 * </ol>
 *
 * <p>Everybody who reads an answer, on arrival or from a store, reads it here. Immutable.
 */
public final class BusinessObject {

    /** The members that name a request and its result, and those of an envelope. */
    private static final Set<String> NAMES = Set.of("businessID", "state", "code", "txID");

    private static final String CONTENT = "content";
    private static final Wanted WANTED = new Wanted(NAMES, Set.of(), CONTENT);

    private final TopLevel outer;
    private final Optional<Inner> envelope;
    private final byte[] json;

    private BusinessObject(TopLevel outer, byte[] json) {
        this.outer = outer;
        this.json = json;
        this.envelope = outer.inner().filter(inner -> isEnvelope(outer, inner.members()));
    }

    /**
     * Finds the object.
     *
     * @param json the plaintext, UTF-8 JSON
     * @param what what the text is, for the exception
     * @return the object
     * @throws ProtocolException if it is not a JSON object, too much, or names something twice
     */
    public static BusinessObject read(byte[] json, String what) {
        return new BusinessObject(TopLevel.read(json, WANTED, what), json);
    }

    /**
     * Reads an envelope that came in clear, whose content may be sealed.
     *
     * @param json UTF-8 JSON
     * @param names the members to read beside {@code content}
     * @param what what the text is, for the exception
     * @return its members; {@link #inClear} finds what it says in clear
     * @throws ProtocolException if it is not a JSON object, too much, or names something twice
     */
    public static TopLevel envelope(byte[] json, Set<String> names, String what) {
        return TopLevel.read(json, new Wanted(names, Set.of(CONTENT), CONTENT), what);
    }

    /**
     * Finds what an envelope says in clear.
     *
     * @param envelope what {@link #envelope} has read
     * @param json the text that it was read from
     * @return the object in clear: the content if that is an object, else the envelope itself
     */
    public static BusinessObject inClear(TopLevel envelope, byte[] json) {
        return new BusinessObject(envelope, json);
    }

    private static boolean isEnvelope(TopLevel outer, TopLevel inner) {
        boolean isResultCode =
                outer.text("code").filter(BusinessObject::isResultCode).isPresent();
        boolean isNamedOutside = isNamed(outer, "businessID") && isNamed(outer, "state");
        if (isNamedOutside) {
            boolean repeatsBoth = isNamed(inner, "businessID") && isNamed(inner, "state");
            boolean namesNoOther = agree(outer, inner, "businessID") && agree(outer, inner, "state");
            return namesNoOther && (repeatsBoth || isResultCode);
        }
        boolean completes = (isNamed(outer, "businessID") || isNamed(inner, "businessID"))
                && (isNamed(outer, "state") || isNamed(inner, "state"));
        return completes || isResultCode;
    }

    /** Some writers write every member of an envelope, those without a value as empty texts. */
    private static Optional<String> name(TopLevel members, String name) {
        return members.text(name).filter(text -> !text.isBlank());
    }

    private static boolean isNamed(TopLevel members, String name) {
        return name(members, name).isPresent();
    }

    private static boolean agree(TopLevel outer, TopLevel inner, String name) {
        return !isNamed(inner, name) || name(inner, name).equals(name(outer, name));
    }

    /** {@return whether this looks like D00000 or M00000} */
    private static boolean isResultCode(String code) {
        return code.length() == 6
                && (code.charAt(0) == 'D' || code.charAt(0) == 'M')
                && code.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** {@return the request that it answers} */
    public Optional<String> businessId() {
        return named("businessID");
    }

    /** {@return the request's secret} */
    public Optional<String> state() {
        return named("state");
    }

    private Optional<String> named(String name) {
        return envelope.flatMap(inner -> name(inner.members(), name)).or(() -> name(outer, name));
    }

    /** {@return the result code of the envelope, if it has one} A code of the business object's own is none. */
    public Optional<ErrorCode> code() {
        boolean isFlatEnvelope = outer.inner().isEmpty()
                && outer.text("txID").isPresent()
                && outer.text("code").filter(BusinessObject::isResultCode).isPresent();
        return envelope.isPresent() || isFlatEnvelope
                ? outer.text("code").filter(code -> !code.isBlank()).map(ErrorCode::of)
                : Optional.empty();
    }

    /** {@return the object, UTF-8 JSON, as it was written} Not a copy where there is no envelope. */
    public byte[] json() {
        return envelope.map(Inner::source)
                .map(source -> Arrays.copyOfRange(source.array(), source.from(), source.to()))
                .orElse(json);
    }

    /** Shows nothing of what it says. */
    @Override
    public String toString() {
        return "BusinessObject[" + json.length + " bytes" + (envelope.isPresent() ? ", in an envelope]" : "]");
    }
}

package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.RecordedCall.Direction;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.http.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which lines of the journal are wanted. A parameter that is absent or empty wants all.
 *
 * @param path a part of it
 * @param code the whole code
 * @param refused only what was refused or failed
 * @param text what stands anywhere in the line, in its headers, bodies or contents
 * @param after only lines with a greater number
 */
public record JournalFilter(
        Optional<Direction> direction,
        Optional<String> clientId,
        Optional<String> ticketId,
        Optional<String> path,
        Optional<String> code,
        boolean refused,
        Optional<String> text,
        long after) {

    /** The parameters that are read. */
    public static final List<String> PARAMETERS =
            List.of("direction", "clientID", "ticketID", "path", "code", "refused", "q", "after");

    /**
     * Reads a query.
     *
     * @throws SimulatorException of kind INVALID with a sentence about the value at fault
     */
    public static JournalFilter of(Parameters query) {
        return new JournalFilter(
                given(query, "direction").map(JournalFilter::direction),
                given(query, "clientID"),
                given(query, "ticketID"),
                given(query, "path"),
                given(query, "code"),
                given(query, "refused").map(JournalFilter::flag).orElse(false),
                given(query, "q").map(text -> text.toLowerCase(Locale.ROOT)),
                given(query, "after").map(JournalFilter::number).orElse(0L));
    }

    /** The lines that fit, in their order. */
    public List<RecordedCall> of(List<RecordedCall> lines) {
        return lines.stream().filter(this::fits).toList();
    }

    private boolean fits(RecordedCall line) {
        LogEntry summary = line.summary();
        return line.number() > after
                && (direction.isEmpty() || direction.get() == line.direction())
                && (clientId.isEmpty() || clientId.equals(summary.clientId()))
                && (ticketId.isEmpty() || ticketId.equals(line.ticketId()))
                && path.map(part -> line.path().contains(part)).orElse(true)
                && (code.isEmpty() || code.equals(summary.code()))
                && (!refused || line.refused())
                && text.map(part -> texts(line)
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(part)))
                        .orElse(true);
    }

    private static Stream<String> texts(RecordedCall line) {
        LogEntry summary = line.summary();
        return Stream.concat(
                Stream.of(
                        line.target(),
                        summary.method(),
                        summary.clientId().orElse(""),
                        summary.code().orElse(""),
                        summary.reason().orElse(""),
                        line.ticketId().orElse("")),
                Stream.of(line.request(), line.answer())
                        .flatMap(message -> Stream.concat(
                                Stream.of(message.body(), message.content().orElse("")),
                                message.headers().entrySet().stream()
                                        .map(header -> header.getKey() + ": " + header.getValue()))));
    }

    private static Optional<String> given(Parameters query, String name) {
        return query.first(name).filter(value -> !value.isBlank());
    }

    private static Direction direction(String name) {
        return Arrays.stream(Direction.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("direction is call, browser or callback, not '" + name + "'."));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid("refused is true or false, not '" + text + "'.");
        }
        return text.equals("true");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw invalid("after is the number of a line, not '" + text + "'.");
        }
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }
}

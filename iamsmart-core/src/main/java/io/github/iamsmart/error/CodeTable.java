package io.github.iamsmart.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.internal.text.UserTexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes that this version of the SDK knows, read from the file {@code error-codes.txt}. */
final class CodeTable {

    private static final String FILE = "error-codes.txt";
    private static final int COLUMNS = 6;

    private static final Map<String, Row> ROWS = read();

    private CodeTable() {}

    /**
     * The known facts about a code.
     *
     * @param value the code in its {@code D} form
     * @param mark how sure the fact is, as on the protocol page
     * @param category what it means for the request
     * @param retryCanHelp whether the same request, freshly signed, may succeed without any other change
     * @param userMessage the message for the user
     * @param meaning for developers, in English
     */
    record Row(
            String value,
            String mark,
            ErrorCategory category,
            boolean retryCanHelp,
            UserMessage userMessage,
            String meaning) {}

    static @Nullable Row find(String value) {
        return ROWS.get(value);
    }

    /** {@return all rows in ascending order} */
    static Collection<Row> all() {
        return ROWS.values();
    }

    private static Map<String, Row> read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (InputStream file = CodeTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + FILE + ".");
            }
            Map<String, UserTexts> textsOfFlows = new HashMap<>();
            new BufferedReader(new InputStreamReader(file, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line, textsOfFlows))
                    .forEach(row -> rows.put(row.value(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(rows);
    }

    private static Row row(String line, Map<String, UserTexts> textsOfFlows) {
        String[] columns = line.split("\\|", COLUMNS);
        if (columns.length < COLUMNS) {
            throw new IllegalStateException("A line of " + FILE + " has too few columns: " + line);
        }
        return new Row(
                columns[0].strip(),
                columns[1].strip(),
                ErrorCategory.valueOf(columns[2].strip()),
                columns[3].strip().equals("retry"),
                message(columns[4].strip(), textsOfFlows),
                columns[5].strip());
    }

    /** The sentences of a flow stand beside it, so that this package knows no flow. */
    private static UserMessage message(String key, Map<String, UserTexts> textsOfFlows) {
        int colon = key.indexOf(':');
        return colon < 0
                ? UserMessage.general(key)
                : new UserMessage(
                        textsOfFlows.computeIfAbsent(key.substring(0, colon), CodeTable::texts),
                        key.substring(colon + 1));
    }

    private static UserTexts texts(String flow) {
        return UserTexts.load(CodeTable.class, "/io/github/iamsmart/" + flow + "/" + UserMessage.FILES);
    }
}

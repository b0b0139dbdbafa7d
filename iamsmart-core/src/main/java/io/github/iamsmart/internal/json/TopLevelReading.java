package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel.Inner;
import io.github.iamsmart.internal.json.TopLevel.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a text, for {@link TopLevel}. For one thread. */
final class TopLevelReading {

    /** A result has a few hundred. */
    static final int MOST_TOKENS = 100_000;

    private final LongTexts json;
    private final Wanted wanted;
    private final String what;
    private boolean guessTried;
    private boolean guessProven;
    private int tokens;

    TopLevelReading(LongTexts json, Wanted wanted, String what) {
        this.json = json;
        this.wanted = wanted;
        this.what = what;
    }

    /** {@return whether the text whose end was guessed was read, and is Base64} */
    boolean isGuessProven() {
        return guessProven;
    }

    /** {@return whether the text whose end was guessed was read, and decoded or not} */
    boolean isGuessTried() {
        return guessTried;
    }

    TopLevel read() {
        if (json.isTooMuch()) {
            throw tooMuch();
        }
        try (JsonParser parser = Json.parser(json.rest())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException(what + " is not a JSON object.");
            }
            if (offset(parser) < 0) {
                throw new ProtocolException(what + " is not UTF-8.");
            }
            TopLevel found = members(parser, wanted);
            if (parser.nextToken() != null) {
                throw new ProtocolException(what + " has more text after its JSON object.");
            }
            return found;
        } catch (IOException e) {
            throw new ProtocolException(what + " is not JSON.");
        }
    }

    /** {@return where the token begins in the rest; negative in another encoding than UTF-8} */
    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private JsonToken next(JsonParser parser) throws IOException {
        if (++tokens > MOST_TOKENS) {
            throw tooMuch();
        }
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new ProtocolException(what + " is not JSON.");
        }
        return token;
    }

    private ProtocolException tooMuch() {
        return new ProtocolException(
                what + " has more than " + MOST_TOKENS + " names and values, or blanks without" + " end.");
    }

    private TopLevel members(JsonParser parser, Wanted here) throws IOException {
        TopLevel found = new TopLevel();
        // Shorter than what a set of these few is worth.
        List<String> seen = new ArrayList<>(8);
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = next(parser);
            if (here.contains(name)) {
                if (seen.contains(name)) {
                    throw new ProtocolException(what + " has its member " + name + " twice.");
                }
                seen.add(name);
                member(found, parser, name, value, here);
            }
            skip(parser);
        }
        return found;
    }

    /** Skips what the parser is at the beginning of. */
    private void skip(JsonParser parser) throws IOException {
        int depth = parser.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = next(parser);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private void member(TopLevel found, JsonParser parser, String name, JsonToken value, Wanted here)
            throws IOException {
        int offset = offset(parser);
        LongTexts.Text cut = json.at(offset);
        if (name.equals(here.object())) {
            found.inner = value == JsonToken.START_OBJECT
                    ? inner(parser, offset, here)
                    : innerText(parser, offset, cut, here);
        }
        if (value == JsonToken.VALUE_STRING && here.base64().contains(name)) {
            found.longTexts.put(name, cut == null ? shortText(offset) : cut);
            if (isGuess(cut)) {
                guessTried = true;
                guessProven = found.decode(name);
            }
        } else if (cut == null
                && here.names().contains(name)
                && value.isScalarValue()
                && value != JsonToken.VALUE_NULL) {
            found.texts.put(name, parser.getText());
        }
    }

    private boolean isGuess(LongTexts.@Nullable Text cut) {
        return cut != null && cut.equals(json.guess());
    }

    /** Reads the object at the position of the parser, and leaves the parser at its end. */
    private Inner inner(JsonParser parser, int offset, Wanted here) throws IOException {
        TopLevel members = members(parser, here.within());
        int end = offset(parser) + 1;
        return new Inner(members, new LongTexts.Text(json.original(), json.inOriginal(offset), json.inOriginal(end)));
    }

    /** Reads an object that is written into a text. */
    private @Nullable Inner innerText(JsonParser parser, int offset, LongTexts.@Nullable Text cut, Wanted here)
            throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.VALUE_STRING
                && (cut == null ? beginsWithBrace(json.rest(), offset + 1) : beginsWithBrace(cut.array(), cut.from()));
        // In clear there are only failures, which are short.
        if (!isObject || (cut != null && !here.base64().isEmpty())) {
            return null;
        }
        byte[] text = (cut == null ? parser.getText() : Json.textAt(cut.array(), cut.from() - 1, cut.to() + 1))
                .getBytes(UTF_8);
        try {
            return new Inner(
                    TopLevel.read(text, here.within(), what + "'s content"), new LongTexts.Text(text, 0, text.length));
        } catch (ProtocolException e) {
            return null;
        }
    }

    /** {@return whether a text in JSON begins with a brace, after blanks and line breaks that are escaped} */
    private static boolean beginsWithBrace(byte[] utf8, int from) {
        int at = from;
        while (at < utf8.length) {
            byte b = utf8[at];
            boolean lineBreak = b == '\\' && at + 1 < utf8.length && "nrt".indexOf(utf8[at + 1]) >= 0;
            if (!lineBreak && b != ' ') {
                return b == '{';
            }
            at += lineBreak ? 2 : 1;
        }
        return false;
    }

    /** {@return a text in the rest up to its first quotation mark, which may be an escaped one} */
    private LongTexts.Text shortText(int quotationMark) {
        byte[] rest = json.rest();
        int to = quotationMark + 1;
        while (to < rest.length && rest[to] != '"') {
            to++;
        }
        return new LongTexts.Text(rest, quotationMark + 1, to);
    }
}

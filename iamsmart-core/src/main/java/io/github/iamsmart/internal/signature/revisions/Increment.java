package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.CrossReferences.Section;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * What was appended to a revision. It has to be well-formed to the letter, and must build on the revision without
 * reaching into it: then every program sees the same changes as we do.
 */
final class Increment {

    private static final COSName XREF_STM = COSName.getPDFName("XRefStm");

    private final Revision before;
    private final Revision after;
    private final Budget budget;
    private final StrictSyntax syntax;

    private Increment(Revision before, Revision after, Budget budget) {
        this.before = before;
        this.after = after;
        this.budget = budget;
        this.syntax = new StrictSyntax(after.bytes(), budget);
    }

    /** Checks it, and tells the later revision which objects no longer exist. */
    static void check(Revision before, Revision after, Budget budget) throws IOException {
        new Increment(before, after, budget).check();
    }

    private void check() throws IOException {
        Map<Long, Integer> generations = new HashMap<>();
        before.offsets().keySet().forEach(key -> generations.put(key.getNumber(), key.getGeneration()));
        Set<Long> free = new HashSet<>();
        Set<Long> mentioned = new HashSet<>();
        for (Section section : appended()) {
            Set<Long> freed = section.isTable() ? syntax.table(section.offset()) : section.free();
            if (!section.isTable()) {
                syntax.stream(section.offset());
            }
            for (COSObjectKey key : section.entries().keySet()) {
                if (generations.getOrDefault(key.getNumber(), key.getGeneration()) != key.getGeneration()) {
                    throw new UndecidedException("the number of a deleted object was used again");
                }
                mentioned.add(key.getNumber());
            }
            freed.stream().filter(mentioned::add).forEach(free::add);
            requireOwnObjects(section);
        }
        after.free(free);
    }

    /** {@return the sections that were appended, newest first} */
    private List<Section> appended() {
        List<Section> now = after.sections();
        List<Section> then = before.sections();
        int count = now.size() - then.size();
        if (count < 1) {
            throw new UndecidedException("what was appended does not build on the signed revision");
        }
        for (int i = 0; i < then.size(); i++) {
            if (now.get(count + i).offset() != then.get(i).offset()) {
                throw new UndecidedException("what was appended does not build on the signed revision");
            }
        }
        List<Section> appended = now.subList(0, count);
        for (Section section : appended) {
            if (section.offset() < before.length()
                    || section.repeats()
                    || section.trailer().containsKey(XREF_STM)) {
                throw new UndecidedException("what was appended has cross-references of an unusual kind");
            }
        }
        return appended;
    }

    private void requireOwnObjects(Section section) throws IOException {
        long size = section.trailer().getLong(COSName.SIZE);
        Map<Long, Map<Long, Integer>> compressed = new HashMap<>();
        for (Map.Entry<COSObjectKey, Long> entry : section.entries().entrySet()) {
            COSObjectKey key = entry.getKey();
            if (key.getNumber() >= size) {
                throw new UndecidedException("what was appended has cross-references of an unusual kind");
            }
            if (entry.getValue() <= 0) {
                compressed
                        .computeIfAbsent(-entry.getValue(), number -> new HashMap<>())
                        .put(key.getNumber(), key.getStreamIndex());
            } else if (entry.getValue() >= before.length()) {
                syntax.object(entry.getValue(), key);
            } else if (!entry.getValue().equals(before.offsets().get(key))) {
                throw new UndecidedException("what was appended refers to something hidden in the signed revision");
            }
        }
        for (Map.Entry<Long, Map<Long, Integer>> each : compressed.entrySet()) {
            requireOwnObjects(section, each.getKey(), each.getValue());
        }
    }

    /** Checks an object stream, which must be one of the same section. */
    private void requireOwnObjects(Section section, long number, Map<Long, Integer> indexes) throws IOException {
        COSObjectKey key = new COSObjectKey(number, 0);
        long offset = section.entries().getOrDefault(key, 0L);
        if (offset < before.length()
                || after.offsets().getOrDefault(key, 0L) != offset
                || !(after.resolve(after.object(key)) instanceof COSStream stream)) {
            throw new UndecidedException("what was appended refers to something hidden in the signed revision");
        }
        byte[] content = after.content(stream);
        budget.read(content.length);
        long[] numbers = new StrictSyntax(new RandomAccessReadBuffer(content), budget)
                .objects(stream.getInt(COSName.N), stream.getInt(COSName.FIRST));
        indexes.forEach((object, index) -> {
            if (index < 0 || index >= numbers.length || numbers[index] != object) {
                throw new UndecidedException("what was appended has cross-references of an unusual kind");
            }
        });
    }
}

package io.github.iamsmart.stores.contract;

import static io.github.iamsmart.stores.contract.Contract.NOW;
import static io.github.iamsmart.stores.contract.Contract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AnswerPartStore} does. */
public abstract class AnswerPartStoreContract {

    private final BusinessId id = BusinessId.random();

    /** {@return the store; the same one, or one of another node, at each call} */
    protected abstract AnswerPartStore store();

    private static AnswerPart part(BusinessId id, int number, int total, int size) {
        return new AnswerPart(
                id,
                number,
                total,
                new SealedAnswer(
                        ErrorCode.SUCCESS,
                        "T1",
                        Base64.getEncoder().encodeToString(Contract.bytes(256, number)),
                        Contract.bytes(100, number),
                        NOW),
                new AnswerFile(Contract.bytes(size, number), "附件"),
                NOW.plus(Duration.ofHours(1)));
    }

    private void assertStored(AnswerPart part) {
        assertThat(store().find(part.businessId(), part.number()))
                .get()
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(part);
    }

    @Test
    void givesBackWhatItWasGiven() {
        AnswerPart preliminary = part(id, Part.PRELIMINARY.number(), 0, 0);
        AnswerPart first = part(id, 1, 2, 70_000);
        assertThat(store().add(first)).isTrue();
        assertThat(store().add(preliminary)).isTrue();

        assertStored(first);
        assertStored(preliminary);
        assertThat(store().find(id, 2)).isEmpty();
        assertThat(store().find(BusinessId.random(), 1)).isEmpty();
        store().remove(id);
    }

    @Test
    void aPartOfSixteenMebibytesIsKept() {
        AnswerPart large = part(id, 1, 1, 16 * 1024 * 1024);
        assertThat(store().add(large)).isTrue();
        assertStored(large);
        store().remove(id);
    }

    @Test
    void progressTellsWhichPartsHaveCome() {
        assertThat(store().progress(id)).isEqualTo(AnswerProgress.NONE);
        store().add(part(id, Part.PRELIMINARY.number(), 0, 1));
        assertThat(store().progress(id)).isEqualTo(AnswerProgress.NONE);
        for (int number : new int[] {12, 2, 1}) {
            store().add(part(id, number, 12, 1));
        }
        assertThat(store().progress(id).announced()).isEqualTo(12);
        assertThat(store().progress(id).received()).containsExactly(1, 2, 12);
        store().remove(id);
    }

    @Test
    void ofManyThatAddOnePartOneAloneDoes() throws Exception {
        assertThat(together(thread -> store().add(part(id, 1, 16, thread)))).containsOnlyOnce(true);
        store().remove(id);
    }

    @Test
    void partsThatComeAtTheSameMomentAreAllKept() throws Exception {
        assertThat(together(thread -> store().add(part(id, thread + 1, 16, 1000))))
                .containsOnly(true);
        assertThat(store().progress(id).isComplete()).isTrue();
        store().remove(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "}{x", "a{b}c", "%7B", "*"})
    void partsOfRequestsAreKeptApart(String odd) {
        BusinessId other = new BusinessId(odd);
        store().remove(other);
        store().add(part(id, 1, 2, 1));
        store().add(part(other, 1, 3, 1));
        store().add(part(other, 2, 3, 1));
        store().remove(id);

        assertThat(store().progress(id)).isEqualTo(AnswerProgress.NONE);
        assertThat(store().find(id, 1)).isEmpty();
        assertThat(store().progress(other).received()).containsExactly(1, 2);
        store().remove(other);
        assertThat(store().progress(other)).isEqualTo(AnswerProgress.NONE);
    }
}

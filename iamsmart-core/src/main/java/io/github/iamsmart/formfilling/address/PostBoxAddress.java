package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post office box in Hong Kong ({@code PostBoxAddress} with {@code EngPostBox} or {@code ChiPostBox} [W]). It occurs
 * only as a postal address.
 *
 * @param language the language in which it was entered
 * @param boxNumber the number of the box
 * @param postOffice the post office that has the box
 * @param region the region of the post office
 */
public record PostBoxAddress(
        AddressLanguage language, Optional<String> boxNumber, Optional<String> postOffice, Optional<Region> region)
        implements Address {

    @Override
    public List<String> lines() {
        return language == AddressLanguage.ENGLISH ? englishLines() : chineseLines();
    }

    private List<String> englishLines() {
        boolean capitals = EnglishText.isInCapitals(Stream.of(boxNumber, postOffice, region.map(Region::value)));
        return Stream.of(
                        boxNumber.map(number -> englishBox(number, capitals)),
                        postOffice,
                        region.map(r -> r.english(capitals)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String englishBox(String number, boolean capitals) {
        return EnglishText.containsWord(number, "box") ? number : EnglishText.added("P.O. Box ", capitals) + number;
    }

    private List<String> chineseLines() {
        return Stream.of(region.map(Region::chinese), postOffice, boxNumber.map(PostBoxAddress::chineseBox))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String chineseBox(String number) {
        String withoutUnit = number.endsWith("號") ? number : number + "號";
        return number.contains("信箱") ? number : "郵政信箱" + withoutUnit;
    }

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "PostBoxAddress[***]";
    }
}

package io.github.iamsmart.samples.onlineservice.permit;

import java.util.List;
import java.util.Optional;

/**
 * A pitch on the street.
 *
 * @param number as painted on the kerb
 * @param trade what may be sold there
 * @param metres length along the kerb
 * @param monthlyFee in Hong Kong dollars
 */
public record Stall(int number, Trade trade, double metres, int monthlyFee) {

    /** What can be taken this season. */
    public static final List<Stall> FREE = List.of(
            new Stall(4, Trade.COOKED_FOOD, 3.0, 2_400),
            new Stall(9, Trade.REPAIRS, 1.5, 860),
            new Stall(12, Trade.CRAFTS, 2.0, 1_150),
            new Stall(15, Trade.FLOWERS, 2.5, 1_300),
            new Stall(21, Trade.CRAFTS, 1.5, 900));

    /** Finds a free one by what a form says. */
    public static Optional<Stall> free(String number) {
        return FREE.stream()
                .filter(stall -> String.valueOf(stall.number()).equals(number))
                .findFirst();
    }

    /** What may be sold at a pitch. */
    public enum Trade {
        COOKED_FOOD,
        REPAIRS,
        CRAFTS,
        FLOWERS
    }
}

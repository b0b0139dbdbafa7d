package io.github.iamsmart.samples.onlineservice.stalls;

/**
 * A pitch on the street.
 *
 * @param number as painted on the kerb
 * @param trade what may be sold there
 * @param metres length along the kerb
 * @param monthlyFee in Hong Kong dollars
 */
record Stall(int number, Trade trade, double metres, int monthlyFee) {

    enum Trade {
        COOKED_FOOD,
        REPAIRS,
        CRAFTS,
        FLOWERS
    }
}

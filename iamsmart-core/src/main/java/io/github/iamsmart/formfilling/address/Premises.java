package io.github.iamsmart.formfilling.address;

import java.util.Optional;

/**
 * The parts of an address in Hong Kong, in the language of the address. Every part may be missing.
 *
 * @param region Hong Kong Island, Kowloon or the New Territories
 * @param district {@code DcDistrict}: the district of a District Council, as a name or as a code such as {@code WC}
 * @param subDistrict {@code Sub-district}: the area in everyday terms, for example Causeway Bay
 * @param buildingName the name of the building
 * @param estate the estate or development to which the building belongs
 * @param street the street, or the village where houses are numbered by village
 * @param block the block or tower
 * @param floor {@code FloorNum}, also seen as {@code Floor}: for example {@code 12}, {@code G}, {@code 12/F}
 * @param floorDescription {@code FloorDescription}, which takes the place of the number: for example {@code Level 6}
 *     [?]
 * @param unit the flat, room or shop
 * @param lot the lot in the land register, where there is no street number
 */
public record Premises(
        Optional<Region> region,
        Optional<String> district,
        Optional<String> subDistrict,
        Optional<String> buildingName,
        Estate estate,
        Street street,
        Block block,
        Optional<String> floor,
        Optional<String> floorDescription,
        Unit unit,
        StructuredLot lot) {

    /**
     * An estate or development and its phase.
     *
     * @param name the name of the estate
     * @param phaseName the name of the phase
     * @param phaseNumber the number of the phase
     */
    public record Estate(Optional<String> name, Optional<String> phaseName, Optional<String> phaseNumber) {

        /** Shows no part of the address. */
        @Override
        public String toString() {
            return "Estate[***]";
        }
    }

    /**
     * A street and the number in it.
     *
     * @param name the name of the street
     * @param number {@code BuildingNoFrom}: the street number, as text because of {@code 12A} and {@code 12-16}
     */
    public record Street(Optional<String> name, Optional<String> number) {

        /** Shows no part of the address. */
        @Override
        public String toString() {
            return "Street[***]";
        }
    }

    /**
     * A block of an estate or building.
     *
     * @param descriptor its type: Block, Tower, 座
     * @param number its number, letter or direction: 3, A, East, 東
     */
    public record Block(Optional<String> descriptor, Optional<String> number) {

        /** Shows no part of the address. */
        @Override
        public String toString() {
            return "Block[***]";
        }
    }

    /**
     * A unit on a floor.
     *
     * @param descriptor its type: Flat, Room, Shop, 室
     * @param number its number or letter
     */
    public record Unit(Optional<String> descriptor, Optional<String> number) {

        /** Shows no part of the address. */
        @Override
        public String toString() {
            return "Unit[***]";
        }
    }

    /**
     * {@return the name of the district for an envelope, if known: the sub-district, else the district unless that is
     * only a code}
     */
    public Optional<String> districtName() {
        return subDistrict.or(() -> district.filter(name -> !name.matches("[A-Z&]{1,4}")));
    }

    /** {@return the number of the floor, or what takes its place} */
    Optional<String> floorText() {
        return floor.or(() -> floorDescription);
    }

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "Premises[***]";
    }
}

package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Optional;

/**
 * A piece of land as the land register names it, where houses have no street number: lot 123, section A, subsection 1,
 * remaining portion, in demarcation district 92 ({@code EngStructureLot}, {@code ChiStructuredLot} [W]). The lists of
 * its codes are not public.
 *
 * @param districtType {@code DdType}: the kind of survey district, {@code DD} for a demarcation district
 * @param districtNumber {@code DdNo}: its number
 * @param lotType {@code LotType}: the kind of lot
 * @param lotNumber {@code LotNo}
 * @param sections {@code LotSection1..4}, each with the subsection of the same index, from the largest to the smallest
 * @param extendPortionCode {@code LotExtendPortionCode}: for example {@code RP} for the remaining portion
 */
public record StructuredLot(
        Optional<String> districtType,
        Optional<String> districtNumber,
        Optional<String> lotType,
        Optional<String> lotNumber,
        List<Section> sections,
        Optional<String> extendPortionCode) {

    /**
     * Copies the sections.
     *
     * @param districtType the kind of the survey district
     * @param districtNumber its number
     * @param lotType the kind of the lot
     * @param lotNumber its number
     * @param sections its sections
     * @param extendPortionCode the portion
     */
    public StructuredLot {
        sections = List.copyOf(sections);
    }

    /**
     * A section of a lot and a subsection of it.
     *
     * @param section the letter of the section
     * @param subsection the number of the subsection
     */
    public record Section(Optional<String> section, Optional<String> subsection) {

        /** Shows no part of the lot. */
        @Override
        public String toString() {
            return "Section[***]";
        }
    }

    /** Shows no part of the lot. */
    @Override
    public String toString() {
        return "StructuredLot[***]";
    }
}

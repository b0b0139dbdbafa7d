package io.github.iamsmart.formfilling;

import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.formfilling.address.AddressLanguage;
import io.github.iamsmart.formfilling.address.ChinesePremisesAddress;
import io.github.iamsmart.formfilling.address.EnglishPremisesAddress;
import io.github.iamsmart.formfilling.address.FreeFormatAddress;
import io.github.iamsmart.formfilling.address.PostBoxAddress;
import io.github.iamsmart.formfilling.address.Premises;
import io.github.iamsmart.formfilling.address.Region;
import io.github.iamsmart.formfilling.address.StructuredLot;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads an address of any kind. */
final class AddressParser {

    private static final int LOT_SECTIONS = 4;

    private static final Premises NO_PREMISES = premises(LenientObject.empty(), "Eng");

    private AddressParser() {}

    /** {@return the first kind of address that can be read; any others are ignored} */
    static Optional<Address> parse(LenientObject address) {
        return chinesePremises(address)
                .or(() -> englishPremises(address))
                .or(() -> freeFormat(address))
                .or(() -> postBox(address));
    }

    private static Optional<Address> chinesePremises(LenientObject address) {
        return Optional.of(premises(address.child("ChiPremisesAddress"), "Chi"))
                .filter(premises -> !premises.equals(NO_PREMISES))
                .map(ChinesePremisesAddress::new);
    }

    private static Optional<Address> englishPremises(LenientObject address) {
        return Optional.of(premises(address.child("EngPremisesAddress"), "Eng"))
                .filter(premises -> !premises.equals(NO_PREMISES))
                .map(EnglishPremisesAddress::new);
    }

    private static Premises premises(LenientObject premises, String x) {
        LenientObject district = premises.child(x + "District");
        LenientObject estate = premises.child(x + "Estate");
        LenientObject phase = estate.child(x + "Phase");
        LenientObject street = premises.child(x + "Street");
        LenientObject block = premises.child(x + "Block");
        LenientObject floor = premises.child(x + "3dAddress").child(x + "Floor");
        LenientObject unit = premises.child(x + "3dAddress").child(x + "Unit");
        return new Premises(
                premises.text("Region").map(Region::of),
                district.text("DcDistrict"),
                district.text("Sub-district"),
                premises.text("BuildingName"),
                new Premises.Estate(estate.text("EstateName"), phase.text("PhaseName"), phase.text("PhaseNo")),
                new Premises.Street(street.text("StreetName"), street.text("BuildingNoFrom")),
                new Premises.Block(block.text("BlockDescriptor"), block.text("BlockNo")),
                floor.text("FloorNum", "Floor"),
                floor.text("FloorDescription"),
                new Premises.Unit(unit.text("UnitDescriptor"), unit.text("UnitNo")),
                lot(premises.child(x + "Lot").child(x + "StructuredLot", "EngStructureLot")));
    }

    private static StructuredLot lot(LenientObject lot) {
        List<StructuredLot.Section> sections = IntStream.rangeClosed(1, LOT_SECTIONS)
                .mapToObj(n -> new StructuredLot.Section(lot.text("LotSection" + n), lot.text("LotSubsection" + n)))
                .filter(section ->
                        section.section().isPresent() || section.subsection().isPresent())
                .toList();
        return new StructuredLot(
                lot.text("DdType"),
                lot.text("DdNo"),
                lot.text("LotType"),
                lot.text("LotNo"),
                sections,
                lot.text("LotExtendPortionCode"));
    }

    private static Optional<Address> freeFormat(LenientObject address) {
        LenientObject free = address.child("FreeFormatAddress");
        List<String> lines = Stream.of("AddressLine1", "AddressLine2", "AddressLine3")
                .map(free::text)
                .flatMap(Optional::stream)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new FreeFormatAddress(lines, free.text("LanguageCode")));
    }

    private static Optional<Address> postBox(LenientObject address) {
        LenientObject box = address.child("PostBoxAddress");
        return postBox(box.child("EngPostBox"), AddressLanguage.ENGLISH)
                .or(() -> postBox(box.child("ChiPostBox"), AddressLanguage.CHINESE));
    }

    private static Optional<Address> postBox(LenientObject box, AddressLanguage language) {
        Optional<String> number = box.text("PoBoxNo");
        Optional<String> office = box.text("PostOffice");
        Optional<Region> region = box.text("PostOfficeRegion").map(Region::of);
        return number.isEmpty() && office.isEmpty() && region.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostBoxAddress(language, number, office, region));
    }
}

package io.github.iamsmart.samples.onlineservice.permit;

import java.util.Arrays;
import java.util.List;

/** What the form asks. */
public enum Field {
    ENGLISH_NAME("englishName", Group.PERSON, "text", "name", 100, true),
    CHINESE_NAME("chineseName", Group.PERSON, "text", "off", 20, false),
    ID_NUMBER("idNumber", Group.PERSON, "text", "off", 20, true),
    BIRTH_DATE("birthDate", Group.PERSON, "date", "bday", 10, true),
    MOBILE("mobile", Group.CONTACT, "tel", "tel", 30, true),
    EMAIL("email", Group.CONTACT, "email", "email", 100, true),
    ADDRESS("address", Group.CONTACT, "lines", "street-address", 400, true),
    POSTAL_ADDRESS("postalAddress", Group.CONTACT, "lines", "off", 400, false),
    STALL("stall", Group.STALL, "stall", "off", 4, true),
    GOODS("goods", Group.STALL, "text", "off", 200, true);

    /** The parts of the form. */
    public enum Group {
        PERSON,
        CONTACT,
        STALL
    }

    private final String key;
    private final Group group;
    private final String input;
    private final String autocomplete;
    private final int longest;
    private final boolean required;

    Field(String key, Group group, String input, String autocomplete, int longest, boolean required) {
        this.key = key;
        this.group = group;
        this.input = input;
        this.autocomplete = autocomplete;
        this.longest = longest;
        this.required = required;
    }

    /** The fields of a part, in the order of the form. */
    public static List<Field> of(Group group) {
        return Arrays.stream(values()).filter(field -> field.group == group).toList();
    }

    /** The name of the parameter, and of the texts {@code permit.field.<key>} and {@code .hint}. */
    public String key() {
        return key;
    }

    /** The type of the HTML input, {@code lines} for several lines and {@code stall} for the list of stalls. */
    public String input() {
        return input;
    }

    /** The value of the HTML attribute of this name. */
    public String autocomplete() {
        return autocomplete;
    }

    /** The most characters. */
    public int longest() {
        return longest;
    }

    /** Whether the form cannot do without it. */
    public boolean required() {
        return required;
    }
}

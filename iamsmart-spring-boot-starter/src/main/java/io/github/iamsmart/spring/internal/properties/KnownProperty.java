package io.github.iamsmart.spring.internal.properties;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NativeDetector;

/**
 * A property that this version has.
 *
 * @param name its full name
 * @param type the type of its value, with type arguments
 * @param defaultValue what it is unless set, as it is written; empty where nothing holds
 * @param values the words that it may be, where they are known; for a map, those that its keys may be
 */
public record KnownProperty(ConfigurationPropertyName name, String type, String defaultValue, List<String> values) {

    /** {@return the same property of a named client} */
    KnownProperty of(ClientPrefix client) {
        return new KnownProperty(client.of(name), type, defaultValue, values);
    }

    /** {@return whether names of the application's choice stand below it} */
    public boolean isMap() {
        return type.startsWith("java.util.Map<");
    }

    /** {@return whether it may have several values} */
    public boolean isList() {
        return type.startsWith("java.util.List<") || type.startsWith("java.util.Set<");
    }

    /** {@return whether it has one text as its value} */
    public boolean isText() {
        return type.equals("java.lang.String");
    }

    /** {@return whether it may have several texts as its value} */
    public boolean isListOfTexts() {
        return isList() && type.endsWith("<java.lang.String>");
    }

    /** {@return the names in each element of a list of groups; none for any other property} */
    public List<String> namesOfAnElement() {
        if (!isList() || NativeDetector.inNativeImage()) {
            return List.of();
        }
        try {
            Class<?> element = Class.forName(type.substring(type.indexOf('<') + 1, type.length() - 1));
            return element.isRecord() && element.getPackage().equals(KnownProperty.class.getPackage())
                    ? Arrays.stream(element.getRecordComponents())
                            .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                            .toList()
                    : List.of();
        } catch (ClassNotFoundException e) {
            return List.of(); // of a class path that this application does not have
        }
    }
}

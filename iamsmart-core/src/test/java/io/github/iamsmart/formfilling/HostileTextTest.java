package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.profile.ProfileApi;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Users type these texts, so each of them may be anything. Every accessor and formatter works in one pass: the timeout
 * is the guard against one that looks at the text again from every character of it, which would take minutes.
 */
@Tag("slow")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final int LENGTH = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("blanks", "1" + " ".repeat(LENGTH) + "x"),
                arguments("blanks and a digit", "x" + " ".repeat(LENGTH) + "1"),
                arguments("full-width blanks", "1" + "\u3000".repeat(LENGTH) + "x"),
                arguments("line ends", "LEVEL" + "\n".repeat(LENGTH) + "x"),
                arguments("commas", "," + ",".repeat(LENGTH) + "x"),
                arguments("commas and blanks", "Flat, " + ", ".repeat(LENGTH / 2) + "x"),
                arguments("combining marks", "A" + "\u0301\u0316".repeat(LENGTH / 2)),
                arguments("digits", "9".repeat(LENGTH)),
                arguments("digits and a letter", "9".repeat(LENGTH) + "-"),
                arguments("full-width digits", "９".repeat(LENGTH)),
                arguments("hyphens", "1" + "-".repeat(LENGTH) + "2"),
                arguments("floors", "1-".repeat(LENGTH / 2) + "2"),
                arguments("extensions", "2345 6789 " + "ext. 12 ".repeat(LENGTH / 8)),
                arguments("letters", "A".repeat(LENGTH) + "\n"),
                arguments("Roman numerals", "IVXLC".repeat(LENGTH / 5) + "d"),
                arguments("words", "block ".repeat(LENGTH / 6) + "x"),
                arguments("Chinese numerals", "十".repeat(LENGTH) + "x"),
                arguments("Chinese", "第座樓號期".repeat(LENGTH / 5) + "x"),
                arguments("brackets", "(".repeat(LENGTH) + ")".repeat(LENGTH)),
                arguments("survey district", "D." + " ".repeat(LENGTH) + "D."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void readsEveryTextInOnePass(String name, String text) throws IOException {
        for (ObjectNode template : templates()) {
            JsonNode all = template.deepCopy();
            replaceAll(all, text);
            callEverything(all);
            for (int leaf = 0; leaf < leaves(template).size(); leaf++) {
                ObjectNode one = template.deepCopy();
                leaves(one).get(leaf).accept(text);
                callEverything(one);
            }
        }
    }

    private static void callEverything(JsonNode result) throws IOException {
        byte[] json = JSON.writeValueAsBytes(result);
        int calls = call(FormFillingApi.KIND.read(json)) + call(ProfileApi.KIND.read(json));
        assertThat(calls).isGreaterThan(20);
    }

    /** The members of a result, and an address in each form. */
    private static List<ObjectNode> templates() throws IOException {
        ObjectNode sample = (ObjectNode) JSON.readTree(SampleResult.JSON);
        ObjectNode english = sample.deepCopy();
        english.set("residentialAddress", premises("Eng"));
        ObjectNode chinese = JSON.createObjectNode();
        chinese.set("residentialAddress", premises("Chi"));
        chinese.set("postalAddress", JSON.readTree("""
                {"PostBoxAddress":{"ChiPostBox":{"PoBoxNo":"24700","PostOffice":"香港仔","PostOfficeRegion":"香港"}}}"""));
        ObjectNode free = JSON.createObjectNode();
        free.set("residentialAddress", JSON.readTree("""
                {"FreeFormatAddress":{"LanguageCode":"en","AddressLine1":"a","AddressLine2":"b","AddressLine3":"c"}}"""));
        free.putObject("mobileNumber").put("NationalDestinationCode", "20").put("SubscriberNumber", "7946 0958");
        return List.of(english, chinese, free);
    }

    private static JsonNode premises(String x) throws IOException {
        return JSON.readTree("""
                {"XPremisesAddress":{"Region":"HK","XDistrict":{"DcDistrict":"WC","Sub-district":"Wan Chai"},
                 "BuildingName":"Tower","XEstate":{"EstateName":"Estate","XPhase":{"PhaseName":"Phase","PhaseNo":"2"}},
                 "XStreet":{"StreetName":"Road","BuildingNoFrom":"12"},"XBlock":{"BlockDescriptor":"Block","BlockNo":"3"},
                 "X3dAddress":{"XFloor":{"FloorNum":"15","FloorDescription":"Level 6"},
                  "XUnit":{"UnitDescriptor":"Flat","UnitNo":"A"}},
                 "XLot":{"XStructuredLot":{"DdType":"DD","DdNo":"92","LotType":"LOT","LotNo":"1595","LotSection1":"A",
                  "LotSubsection1":"1","LotExtendPortionCode":"RP"}}}}""".replace("X", x));
    }

    private static void replaceAll(JsonNode node, String text) {
        leaves(node).forEach(leaf -> leaf.accept(text));
    }

    /** What puts a text in the place of each value. */
    private static List<Consumer<String>> leaves(JsonNode node) {
        List<Consumer<String>> leaves = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                JsonNode member = object.get(name);
                if (member.isValueNode()) {
                    leaves.add(text -> object.set(name, TextNode.valueOf(text)));
                } else {
                    leaves.addAll(leaves(member));
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> leaves.addAll(leaves(element)));
        }
        return leaves;
    }

    /** Calls all public methods without parameters, or with a locale, of a value and of all that they return. */
    private static int call(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>(List.of(root));
        int calls = 0;
        while (!waiting.isEmpty()) {
            Object value = waiting.pop();
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(waiting::push);
            } else if (value instanceof Collection<?> collection) {
                collection.forEach(waiting::push);
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(waiting::push);
            } else if (value.getClass().getName().startsWith("io.github.iamsmart.") && seen.add(value)) {
                for (Method method : value.getClass().getMethods()) {
                    calls += call(value, method, waiting);
                }
            }
        }
        return calls;
    }

    private static int call(Object value, Method method, Deque<Object> waiting) {
        boolean ofLocale = List.of(method.getParameterTypes()).equals(List.of(Locale.class));
        if (Modifier.isStatic(method.getModifiers())
                || method.getName().matches("wait|notify|notifyAll|getClass")
                || !(method.getParameterCount() == 0 || ofLocale)) {
            return 0;
        }
        try {
            method.setAccessible(true);
            Object result = ofLocale ? method.invoke(value, Locale.ENGLISH) : method.invoke(value);
            if (result != null) {
                waiting.push(result);
            }
            return 1;
        } catch (IllegalAccessException e) {
            throw new AssertionError(method.toString(), e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IamSmartException) {
                return 1; // of a file that is not the one of its hash
            }
            throw new AssertionError(method.toString(), e.getCause());
        }
    }
}

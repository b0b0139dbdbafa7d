package io.github.iamsmart.samples.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** Something of a page as a screen reader meets it. */
record AccessibleNode(String role, String name) {

    private static final Set<String> FOCUSED_BY_SCRIPTS_ONLY = Set.of("RootWebArea", "main");

    /** What the keyboard reaches on the page that is there now, found with one question. */
    static List<AccessibleNode> controls(ChromeDriver browser) {
        Map<?, ?> tree = browser.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        return objects(tree.get("nodes"))
                .filter(node -> objects(node.get("properties")).anyMatch(AccessibleNode::saysFocusable))
                .map(node -> new AccessibleNode(value(node, "role"), value(node, "name")))
                .filter(node -> !FOCUSED_BY_SCRIPTS_ONLY.contains(node.role()))
                .toList();
    }

    private static boolean saysFocusable(Map<?, ?> property) {
        return "focusable".equals(property.get("name"))
                && value(property, "value").equals("true");
    }

    private static Stream<Map<?, ?>> objects(Object list) {
        return list instanceof List<?> items ? items.stream().map(item -> (Map<?, ?>) item) : Stream.empty();
    }

    private static String value(Map<?, ?> node, String name) {
        return node.get(name) instanceof Map<?, ?> typed ? String.valueOf(typed.get("value")) : "";
    }
}

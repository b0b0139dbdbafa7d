package io.github.iamsmart.samples.documentation;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The packages of one jar by layers: each is one layer above the highest of those that it uses. */
final class House {

    private final String root;
    private final Map<String, Set<String>> uses = new TreeMap<>();

    /**
     * Reads the packages.
     *
     * @param root the package that all of them are in; it is left out of their names
     * @param classes the compiled code
     */
    House(String root, JavaClasses classes) {
        this.root = root;
        for (JavaClass type : classes) {
            Set<String> used = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(target -> target.getBaseComponentType().getPackageName())
                    .filter(this::isOfThisHouse)
                    .filter(target -> !target.equals(type.getPackageName()))
                    .forEach(used::add);
        }
    }

    private boolean isOfThisHouse(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    /** {@return the picture and the table, as Markdown} */
    String draw() {
        List<List<String>> layers = layers();
        StringBuilder picture = new StringBuilder("```mermaid\nflowchart TD\n");
        for (int i = layers.size(); i > 0; i--) {
            picture.append("    subgraph layer%d[\"layer %d\"]\n".formatted(i, i));
            layers.get(i - 1)
                    .forEach(name -> picture.append(
                            "        %s[\"%s\"]\n".formatted(name.replace('.', '_'), withoutRoot(name))));
            picture.append("    end\n");
        }
        for (int i = layers.size(); i > 1; i--) {
            picture.append("    layer%d --> layer%d\n".formatted(i, i - 1));
        }
        picture.append("```\n\n| layer | package | uses |\n|---|---|---|\n");
        for (int i = layers.size(); i > 0; i--) {
            for (String name : layers.get(i - 1)) {
                picture.append("| %d | `%s` | %s |\n".formatted(i, withoutRoot(name), used(name)));
            }
        }
        return picture.toString();
    }

    private String used(String name) {
        return uses.get(name).stream()
                .map(target -> "`" + withoutRoot(target) + "`")
                .collect(Collectors.joining(", "));
    }

    private String withoutRoot(String name) {
        return name.equals(root) ? root : name.substring(root.length() + 1);
    }

    /** The lowest first. */
    private List<List<String>> layers() {
        Map<String, Integer> layers = new HashMap<>();
        uses.keySet().forEach(name -> layer(name, layers, new ArrayList<>()));
        List<List<String>> house = new ArrayList<>();
        for (int i = 1; layers.containsValue(i); i++) {
            int layer = i;
            house.add(uses.keySet().stream()
                    .filter(name -> layers.get(name) == layer)
                    .toList());
        }
        return house;
    }

    private int layer(String name, Map<String, Integer> known, List<String> above) {
        if (above.contains(name)) {
            throw new IllegalStateException("A cycle: " + String.join(" -> ", above) + " -> " + name);
        }
        Integer layer = known.get(name);
        if (layer == null) {
            above.add(name);
            layer = 1
                    + uses.get(name).stream()
                            .mapToInt(target -> layer(target, known, above))
                            .max()
                            .orElse(0);
            above.remove(name);
            known.put(name, layer);
        }
        return layer;
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Looks at an unpacked release bundle as Maven Central does before it takes one, and closer. Usage: {@code java
 * CheckBundle.java <folder> <version> signed|unsigned <artifact>...}
 */
final class CheckBundle {

    private static final List<String> REQUIRED = List.of(
            "groupId",
            "artifactId",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final Path group;
    private final String version;
    private final boolean signed;
    private final List<String> faults = new ArrayList<>();
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private CheckBundle(Path group, String version, boolean signed) {
        this.group = group;
        this.version = version;
        this.signed = signed;
    }

    public static void main(String[] args) throws Exception {
        CheckBundle check =
                new CheckBundle(Path.of(args[0], "io/github/iamsmart"), args[1], args[2].equals("signed"));
        Set<String> expected = new TreeSet<>(List.of(args).subList(3, args.length));
        check.expect(expected.equals(names(check.group)), "the artifacts are %s", names(check.group));
        for (String artifact : expected) {
            check.artifact(artifact);
        }
        check.faults.forEach(fault -> System.err.println("Not fit for release: " + fault));
        System.exit(check.faults.isEmpty() ? 0 : 1);
    }

    private void artifact(String artifact) throws Exception {
        Set<String> versions = names(group.resolve(artifact));
        versions.removeIf(name -> name.startsWith("maven-metadata.xml"));
        expect(versions.equals(Set.of(version)), "%s has another version", artifact);
        Path folder = group.resolve(artifact).resolve(version);
        String start = artifact + "-" + version;
        pom(folder.resolve(start + ".pom"), artifact);

        Set<String> required = new TreeSet<>(Set.of(start + ".pom"));
        if (!artifact.endsWith("-bom")) {
            required.addAll(Set.of(start + ".jar", start + "-sources.jar", start + "-javadoc.jar"));
            contains(folder.resolve(start + ".jar"), ".class");
            contains(folder.resolve(start + "-sources.jar"), ".java");
            contains(folder.resolve(start + "-javadoc.jar"), "index.html");
            // Those of the starter javadoc 17 cannot leave out: its public classes name them in annotations.
            if (artifact.equals("iamsmart-core")) {
                showsNoInternals(folder.resolve(start + "-javadoc.jar"));
            }
        }
        Set<String> files = names(folder);
        for (String file : required) {
            expect(files.contains(file), "%s is missing", file);
        }
        for (String file : files) {
            if (file.matches(".*\\.(md5|sha1|sha256|sha512|asc)")) {
                continue;
            }
            checksum(folder, file, "md5", "MD5", true);
            checksum(folder, file, "sha1", "SHA-1", true);
            checksum(folder, file, "sha256", "SHA-256", false);
            checksum(folder, file, "sha512", "SHA-512", false);
            expect(!signed || files.contains(file + ".asc"), "%s has no signature", file);
        }
    }

    private void pom(Path file, String artifact) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        for (String path : REQUIRED) {
            expect(!text(pom, "/project/" + path).isBlank(), "%s has no %s", artifact, path);
        }
        expect(text(pom, "/project/artifactId").equals(artifact), "%s has another name in its POM", artifact);
        expect(text(pom, "/project/version").equals(version), "%s has another version in its POM", artifact);
        bringsNothingForTests(pom, artifact);
        for (String path : List.of(
                "/project/parent",
                "/project/build",
                "/project/profiles",
                "/project/repositories",
                "//dependency[scope='test' or scope='system']",
                "//dependency[not(version)]",
                "//dependency[artifactId='pdfbox' and not(optional='true')]",
                "//*[not(*) and contains(text(), 'SNAPSHOT')]",
                "//*[not(*) and contains(text(), '${') and not(text()='${project.version}')]")) {
            NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
            expect(found.getLength() == 0, "the POM of %s has %s", artifact, path);
        }
    }

    /** What is for tests is in no production jar; the test kit is for tests itself. */
    private void bringsNothingForTests(Document pom, String artifact) throws XPathExpressionException {
        if (artifact.equals("iamsmart-spring-boot-test")) {
            return;
        }
        NodeList found = (NodeList) xpath.evaluate(
                "//dependency[groupId='io.github.iamsmart' and (artifactId='iamsmart-simulator'"
                        + " or artifactId='iamsmart-spring-boot-test')"
                        + " and not(optional='true') and not(ancestor::dependencyManagement)]",
                pom,
                XPathConstants.NODESET);
        expect(found.getLength() == 0, "the POM of %s brings what is for tests", artifact);
    }

    private String text(Document pom, String path) throws XPathExpressionException {
        return xpath.evaluate(path, pom);
    }

    private void contains(Path jar, String end) throws IOException {
        if (!Files.exists(jar)) {
            return;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> names = zip.stream().map(Object::toString).toList();
            expect(names.stream().anyMatch(name -> name.endsWith(end)), "%s has no %s", jar.getFileName(), end);
            expect(
                    names.stream().noneMatch(name -> name.matches(".*(Test|IT)\\.(class|java)")),
                    "%s has tests",
                    jar.getFileName());
        }
    }

    private void showsNoInternals(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            expect(
                    zip.stream().noneMatch(entry -> entry.getName().contains("/internal/")),
                    "%s shows internal packages",
                    jar.getFileName());
        }
    }

    private void checksum(Path folder, String file, String end, String algorithm, boolean required) throws Exception {
        Path checksum = folder.resolve(file + "." + end);
        if (!Files.exists(checksum)) {
            expect(!required, "%s has no %s", file, end);
            return;
        }
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        String right = HexFormat.of().formatHex(digest.digest());
        expect(Files.readString(checksum).strip().equals(right), "%s has a wrong %s", file, end);
    }

    private void expect(boolean holds, String fault, Object... values) {
        if (!holds) {
            faults.add(String.format(fault, values));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }
}

package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.CallbackContentType;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.OwnRequest;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signin.DirectLoginFlag;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.TestSignIns;
import io.github.iamsmart.spring.internal.properties.KnownPropertiesHints;
import io.github.iamsmart.spring.internal.requests.PostponedRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** In a native image there are only the files that somebody has asked for. */
class IamSmartRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    IamSmartRuntimeHintsTest() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class, (type, name, problem) -> {})
                .stream()
                .filter(one -> one.getClass().getPackageName().startsWith("io.github.iamsmart."))
                .forEach(one -> one.registerHints(hints, getClass().getClassLoader()));
    }

    /** Everything in the jars of the starter and the core that is no class. */
    private static List<String> files() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/github/iamsmart/**/*.*");
        return Stream.of(found)
                .map(IamSmartRuntimeHintsTest::url)
                .filter(url ->
                        !url.endsWith(".class") && !url.contains("/test-classes/") && !url.contains("/simulator/"))
                .map(url -> url.substring(url.indexOf("io/github/iamsmart/")))
                .distinct()
                .toList();
    }

    private static String url(Resource resource) {
        try {
            URL url = resource.getURL();
            return url.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsEveryFileThatIsRead() throws IOException {
        List<String> files = files();

        assertThat(files)
                .contains(
                        "io/github/iamsmart/spring/internal/page/small.html",
                        "io/github/iamsmart/spring/internal/page/waiting.js",
                        "io/github/iamsmart/spring/internal/text/sign-in-messages_zh_HK.properties",
                        "io/github/iamsmart/error/error-codes.txt");
        assertThat(files)
                .allSatisfy(file -> assertThat(RuntimeHintsPredicates.resource().forResource(file))
                        .as(file)
                        .accepts(hints));
    }

    @Test
    void keepsTheBundlesOfTheMessages() {
        assertThat(List.of(
                        "io.github.iamsmart.spring.internal.text.sign-in-messages",
                        "io.github.iamsmart.spring.internal.page.captions"))
                .allSatisfy(
                        bundle -> assertThat(RuntimeHintsPredicates.resource().forBundle(bundle))
                                .accepts(hints));
    }

    @Test
    void keepsNothingElse() {
        assertThat(RuntimeHintsPredicates.resource().forResource("application.yml"))
                .rejects(hints);
    }

    /** All classes that stand in the stream when sessions are stored. */
    private static final class WrittenClasses extends ObjectOutputStream {

        private final Set<Class<?>> classes = new LinkedHashSet<>();

        WrittenClasses() throws IOException {
            super(OutputStream.nullOutputStream());
        }

        @Override
        protected void annotateClass(Class<?> type) {
            classes.add(type);
        }
    }

    @Test
    void keepsEveryClassThatASessionStoreWrites() throws IOException {
        WrittenClasses written = new WrittenClasses();
        IamSmartSignIn signIn = TestSignIns.signIn("tokenised");
        written.writeObject(signIn);
        DocumentDigest digest = DocumentDigest.of(new byte[] {1});
        SigningDetails details =
                SigningDetails.builder().stepUp(StepUp.by(StepUp.Method.FACE)).build();
        for (UserRequest request : List.of(
                ProfileRequest.of(ProfileField.ENGLISH_NAME),
                FormFillingRequest.builder()
                        .formFields(FormField.EMAIL_ADDRESS)
                        .callbackContentType(CallbackContentType.MULTIPART)
                        .build(),
                new HashSigningRequest(digest, details),
                new PdfSigningRequest(digest, details),
                BulkSigningRequest.builder()
                        .serviceName("Permits")
                        .requestName("Contracts")
                        .document(BulkDocument.hash("C-1", "Contract 1", digest))
                        .build(),
                new ReauthenticationRequest(),
                OwnRequest.of(TestRequests.KIND, Map.of("cardNumber", "C100")))) {
            written.writeObject(
                    PostponedRequest.of(request, "permit-17", "/", "/", Optional.of(signIn), Instant.EPOCH));
        }

        assertThat(written.classes).hasSizeGreaterThan(20).contains(IamSmartSignIn.class, PdfSigningRequest.class);
        assertThat(written.classes)
                .allSatisfy(type -> assertThat(
                                RuntimeHintsPredicates.serialization().onType(type.asSubclass(Serializable.class)))
                        .as(type.getName())
                        .accepts(hints));
    }

    /** The core uses these by name, with a provider that nobody has registered. */
    @Test
    void keepsWhatBouncyCastleLoadsByName() throws Exception {
        Provider provider = new BouncyCastleProvider();
        for (String[] service : new String[][] {
            {"CertificateFactory", "X.509"},
            {"KeyFactory", "EC"},
            {"KeyStore", "PKCS12"},
            {"MessageDigest", "SM3"},
            {"Signature", "ED25519"},
            {"Signature", "ED448"},
            {"Signature", "NONEwithECDSA"},
            {"Signature", "NONEwithRSASSA-PSS"},
            {"Signature", "SHA256withECDSA"},
            {"Signature", "SM3withSM2"}
        }) {
            Class<?> type =
                    Class.forName(Objects.requireNonNull(provider.getService(service[0], service[1]), service[1])
                            .getClassName());
            assertThat(RuntimeHintsPredicates.reflection().onType(type))
                    .as(String.join(" ", service))
                    .accepts(hints);
        }
        for (String list :
                List.of("digest.SM3", "asymmetric.EC", "asymmetric.X509", "keystore.PKCS12", "symmetric.AES")) {
            Class<?> mappings = Class.forName("org.bouncycastle.jcajce.provider." + list + "$Mappings");
            assertThat(RuntimeHintsPredicates.reflection().onType(mappings))
                    .as(list)
                    .accepts(hints);
        }
    }

    /** What OkHttp needs in a native image stands in its own jar. */
    @Test
    void leavesToOkHttpWhatItsOwnJarSays() {
        assertThat(getClass().getResource("/META-INF/native-image/okhttp/okhttp/resource-config.json"))
                .isNotNull();
        assertThat(getClass().getResource("/META-INF/native-image/okhttp/okhttp/reflect-config.json"))
                .isNotNull();
    }

    /** A start that fails for the word in an enum names those that it may be. */
    @Test
    void keepsTheTypesOfTheProperties() {
        RuntimeHints ofProperties = new RuntimeHints();
        new KnownPropertiesHints().registerHints(ofProperties, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/spring-configuration-metadata.json"))
                .accepts(ofProperties);
        assertThat(List.of(Language.class, EmbeddedKey.class, DirectLoginFlag.class))
                .allSatisfy(
                        type -> assertThat(RuntimeHintsPredicates.reflection().onType(type))
                                .accepts(ofProperties));
    }

    /**
     * What the core and the starter load by name or as a resource, found in their sources: each has a hint, or a
     * reason.
     */
    @Test
    void knowsEveryPlaceThatLoadsSomethingByName() throws IOException {
        Pattern byName = Pattern.compile("getResource(?:AsStream|s)?\\(|ResourceBundle\\.getBundle|ServiceLoader\\."
                + "|Class\\.forName|Proxy\\.newProxyInstance|treeToValue|java\\.lang\\.reflect");
        Set<String> places = new TreeSet<>();
        for (String module : List.of("../iamsmart-core", ".")) {
            Path sources = Path.of(module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    if (byName.matcher(Files.readString(file)).find()) {
                        places.add(file.getFileName().toString().replace(".java", ""));
                    }
                }
            }
        }

        assertThat(places)
                .containsExactlyInAnyOrder(
                        // texts and pages: keepsEveryFileThatIsRead, keepsTheBundlesOfTheMessages
                        "Captions",
                        "CodeTable",
                        "PageResource",
                        "SignInMessages",
                        "UserTexts",
                        // the metadata and types of properties: keepsTheTypesOfTheProperties
                        "KnownProperties",
                        "KnownProperty",
                        "ValueForm",
                        // the version in a failed start: keepsTheVersion
                        "SimulatorDependency",
                        // keys where the application says they are: a file, or a resource for which it adds a hint
                        "Locations",
                        // where a property was written: a file of the application, kept by Spring Boot
                        "WrittenValues",
                        // answers of a kind of the application's own: it adds a hint for its type
                        "Json",
                        // the methods of controllers: NamedControllerHints
                        "NamedControllerMappings",
                        // a request that is made up: keepsTheProxies
                        "ProbeRequest",
                        // annotations of methods that are called: Spring keeps both
                        "StepUpAdvisor",
                        "StepUpInterceptor",
                        // hints themselves
                        "BouncyCastleHints",
                        "SessionHints");
    }

    @Test
    void keepsTheProxies() {
        assertThat(List.of(
                        HttpServletMapping.class,
                        HttpServletRequest.class,
                        HttpServletResponse.class,
                        HttpSession.class))
                .allSatisfy(type -> assertThat(RuntimeHintsPredicates.proxies().forInterfaces(type))
                        .accepts(hints));
    }

    @Test
    void keepsTheVersion() {
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("META-INF/maven/io.github.iamsmart/iamsmart-spring-boot-starter/pom.properties"))
                .accepts(hints);
    }
}

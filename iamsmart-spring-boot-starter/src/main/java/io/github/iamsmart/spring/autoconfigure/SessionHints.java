package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.aot.hint.SerializationHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Keeps what a store of HTTP sessions writes and reads: the sign-in, the request that waits for one, what they hold.
 */
final class SessionHints {

    private static final String OURS = "io.github.iamsmart.";

    /** Needs the servlet API, and so is named only. */
    private static final String POSTPONED = "io.github.iamsmart.spring.internal.requests.PostponedRequest";

    /** In what a list, a set and a time are written. */
    private static final List<String> OF_THE_JDK = List.of(
            "java.lang.Enum",
            "java.net.URI",
            "java.time.Ser",
            "java.util.CollSer",
            "java.util.HashSet",
            "java.util.LinkedHashSet");

    private final Set<Class<?>> types = new LinkedHashSet<>();

    private SessionHints() {}

    static void register(SerializationHints hints, ClassLoader classLoader) {
        SessionHints found = new SessionHints();
        found.add(IamSmartSignIn.class);
        requests(classLoader).forEach(found::add);
        found.types.forEach(type -> hints.registerType(TypeReference.of(type)));
        OF_THE_JDK.forEach(name -> hints.registerType(TypeReference.of(name)));
        if (ClassUtils.isPresent("jakarta.servlet.http.HttpSession", classLoader)) {
            hints.registerType(TypeReference.of(POSTPONED));
        }
    }

    /** Every request that can wait for a sign-in: a flow that is added brings its own. */
    private static List<Class<?>> requests(ClassLoader classLoader) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourceLoader(new DefaultResourceLoader(classLoader));
        scanner.addIncludeFilter(new AssignableTypeFilter(UserRequest.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition one : scanner.findCandidateComponents(IamSmartClient.class.getPackageName())) {
            found.add(ClassUtils.resolveClassName(Objects.requireNonNull(one.getBeanClassName()), classLoader));
        }
        return found;
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> one && one.isArray()) {
            types.add(one);
        } else if (type instanceof Class<?> one && isWritten(one) && types.add(one)) {
            // The form in which it is written, and those that it can have.
            Arrays.stream(one.getDeclaredClasses()).forEach(this::add);
            Arrays.stream(one.isSealed() ? one.getPermittedSubclasses() : new Class<?>[0])
                    .forEach(this::add);
            Arrays.stream(one.getDeclaredFields())
                    .filter(field ->
                            !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                    .map(Field::getGenericType)
                    .forEach(this::add);
        }
    }

    private static boolean isWritten(Class<?> type) {
        // An enum's constants may have bodies, which are classes without a name: they are written as the enum.
        return type.getName().startsWith(OURS)
                && type.getCanonicalName() != null
                && Serializable.class.isAssignableFrom(type);
    }
}

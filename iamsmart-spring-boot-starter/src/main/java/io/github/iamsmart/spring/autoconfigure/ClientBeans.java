package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The application's beans, as one of several clients sees them: those with its name as their qualifier are its own,
 * those with the name of another client are not there, and all others are shared.
 */
final class ClientBeans {

    private final ConfigurableListableBeanFactory beans;
    private final String client;
    private final List<String> clients;

    ClientBeans(ConfigurableListableBeanFactory beans, String client, List<String> clients) {
        this.beans = beans;
        this.client = client;
        this.clients = List.copyOf(clients);
    }

    /** {@return all beans, by name} */
    BeanFactory factory() {
        return beans;
    }

    /** {@return all that the client has, shared ones included: handlers, listeners, customizers} */
    <T> ObjectProvider<T> all(Class<T> type) {
        return new Provided<>(() -> Stream.concat(shared(type), own(type))
                .sorted(Comparator.comparingInt(this::order))
                .map(name -> type.cast(beans.getBean(name))));
    }

    /** {@return all that the client has of a type that has type arguments} */
    @SuppressWarnings("unchecked") // the arguments are wildcards
    <T> ObjectProvider<T> allOf(Class<?> type) {
        return (ObjectProvider<T>) all(type);
    }

    /** {@return the client's own; where it has none, the one that all share} */
    <T> ObjectProvider<T> one(Class<T> type) {
        return new Provided<>(() -> {
            List<String> own = own(type).toList();
            List<String> names = own.isEmpty() ? shared(type).toList() : own;
            List<String> primary = names.stream().filter(this::isPrimary).toList();
            return (primary.isEmpty() ? names : primary).stream().map(name -> type.cast(beans.getBean(name)));
        });
    }

    /**
     * {@return what is the client's own, and cannot be shared: it says who the client is, or keeps what is its alone}
     *
     * @throws ConfigurationException if there is one that does not say to which of several clients it belongs
     */
    <T> ObjectProvider<T> unshared(Class<T> type) {
        List<String> own =
                own(type).sorted(Comparator.comparingInt(this::order)).toList();
        List<String> shared = shared(type).toList();
        if (own.isEmpty() && !shared.isEmpty() && clients.size() > 1) {
            throw new ConfigurationException("The bean '" + shared.get(0) + "' of the type " + type.getSimpleName()
                    + " does not say to which iAM Smart client it belongs, and clients cannot share one: write"
                    + " @Qualifier(\"" + client + "\") at it, and define another one for each of "
                    + String.join(", ", clients) + " that needs it.");
        }
        return new Provided<>(
                () -> (own.isEmpty() ? shared : own).stream().map(name -> type.cast(beans.getBean(name))));
    }

    private Stream<String> own(Class<?> type) {
        return names(type).filter(name -> isOf(client, name)).filter(name -> isThere(type, name));
    }

    private Stream<String> shared(Class<?> type) {
        return names(type)
                .filter(name -> clients.stream().noneMatch(one -> isOf(one, name)))
                .filter(name -> isThere(type, name));
    }

    private boolean isOf(String one, String bean) {
        return BeanFactoryAnnotationUtils.isQualifierMatch(one::equals, bean, beans);
    }

    private Stream<String> names(Class<?> type) {
        return Arrays.stream(beans.getBeanNamesForType(type))
                .filter(name -> !beans.containsBeanDefinition(name)
                        || beans.getBeanDefinition(name).isAutowireCandidate());
    }

    /** A bean may be null, for Spring as if it were not there. */
    private boolean isThere(Class<?> type, String name) {
        return type.isInstance(beans.getBean(name));
    }

    private boolean isPrimary(String name) {
        return beans.containsBeanDefinition(name)
                && beans.getBeanDefinition(name).isPrimary();
    }

    private int order(String name) {
        if (beans.getBean(name) instanceof Ordered ordered) {
            return ordered.getOrder();
        }
        Order order = beans.findAnnotationOnBean(name, Order.class);
        return order == null ? Ordered.LOWEST_PRECEDENCE : order.value();
    }
}

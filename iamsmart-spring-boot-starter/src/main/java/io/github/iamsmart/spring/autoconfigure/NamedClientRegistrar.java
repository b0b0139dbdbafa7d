package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.internal.settings.NamedClients;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Defines the beans of each named client, with its name as their qualifier. A definition names a factory method of one
 * of our beans, so that ahead-of-time processing can write it down.
 */
class NamedClientRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;
    private final ListableBeanFactory beans;

    NamedClientRegistrar(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = (ListableBeanFactory) beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        List<String> clients = new NamedClients(environment).names();
        boolean verifies = beans.getBeanNamesForType(SignatureVerifier.class, true, false).length == 0;
        for (String client : clients) {
            if (!has(IamSmartClient.class, client)) {
                register(registry, IamSmartClient.class, client, NamedClientMap.BEAN, "client");
            }
            if (verifies) {
                register(registry, SignatureVerifier.class, client, NamedClientMap.BEAN, "verifier");
            }
        }
    }

    /** {@return whether the application brings the bean of a client itself} */
    final boolean has(Class<?> type, String client) {
        return Arrays.stream(beans.getBeanNamesForType(type, true, false))
                .anyMatch(name -> BeanFactoryAnnotationUtils.isQualifierMatch(client::equals, name, beans));
    }

    final List<String> clients() {
        return new NamedClients(environment).names();
    }

    static void register(BeanDefinitionRegistry registry, Class<?> type, String client, String factory, String method) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(type);
        definition.setFactoryBeanName(factory);
        definition.setFactoryMethodName(method);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, client);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
        String name = type.getSimpleName();
        registry.registerBeanDefinition("i" + name.substring(1) + "." + client, definition);
    }
}

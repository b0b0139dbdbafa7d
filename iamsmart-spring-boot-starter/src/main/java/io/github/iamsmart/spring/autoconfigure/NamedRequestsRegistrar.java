package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.requests.IamSmartRequests;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Defines what begins requests of each named client, with its name as the qualifier. */
final class NamedRequestsRegistrar extends NamedClientRegistrar {

    NamedRequestsRegistrar(Environment environment, BeanFactory beans) {
        super(environment, beans);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        clients().stream()
                .filter(client -> !has(IamSmartRequests.class, client))
                .forEach(client ->
                        register(registry, IamSmartRequests.class, client, NamedBeginningMap.BEAN, "requests"));
    }
}

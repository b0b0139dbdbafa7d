package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.signin.SignInArgumentClient;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Maps the endpoints of each client below its prefix, beside the controllers of the application, whose interceptors and
 * CORS rules hold for them as well.
 */
final class NamedControllerMappings implements SmartInitializingSingleton {

    private final NamedControllerMap controllers;
    private final NamedEndpointMap endpoints;
    private final RequestMappingHandlerMapping mappings;
    private final AutowireCapableBeanFactory beans;

    NamedControllerMappings(
            NamedControllerMap controllers,
            NamedEndpointMap endpoints,
            RequestMappingHandlerMapping mappings,
            AutowireCapableBeanFactory beans) {
        this.controllers = controllers;
        this.endpoints = endpoints;
        this.mappings = mappings;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<EndpointSettings> clients = endpoints.settings();
        requireClientsOfArguments(clients);
        Object pages = new IamSmartEndpointsAutoConfiguration().iamSmartPageFileController();
        for (EndpointSettings client : clients) {
            Stream.concat(controllers.of(client.clientName()).controllers().stream(), Stream.of(pages))
                    .forEach(controller -> register(controller, client));
        }
    }

    /** An argument that says nothing would be found when the first user comes, and not before. */
    private void requireClientsOfArguments(List<EndpointSettings> clients) {
        SignInArgumentClient arguments = new SignInArgumentClient(
                clients.stream().map(EndpointSettings::clientName).toList());
        mappings.getHandlerMethods().values().stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(SignInArgumentClient::isSignIn)
                .forEach(arguments::of);
    }

    private void register(Object controller, EndpointSettings client) {
        Class<?> type = controller.getClass();
        // As if it were a bean, so that aspects of the application can wrap it.
        Object wrapped = beans.initializeBean(controller, type.getName() + "." + client.clientName());
        MethodIntrospector.selectMethods(
                        type,
                        (Method method) -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .forEach((method, mapping) -> mappings.registerMapping(
                        info(mapping, client), wrapped, AopUtils.selectInvocableMethod(method, wrapped.getClass())));
    }

    private RequestMappingInfo info(RequestMapping mapping, EndpointSettings client) {
        String[] paths = Arrays.stream(mapping.path())
                .map(path -> path.replace(EndpointSettings.PATH_PREFIX, client.pathPrefix()))
                .toArray(String[]::new);
        return RequestMappingInfo.paths(paths)
                .methods(mapping.method())
                .params(mapping.params())
                .headers(mapping.headers())
                .consumes(mapping.consumes())
                .produces(mapping.produces())
                .options(mappings.getBuilderConfiguration())
                .build();
    }
}

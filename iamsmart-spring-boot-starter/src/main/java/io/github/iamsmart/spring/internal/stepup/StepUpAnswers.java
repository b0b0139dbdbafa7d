package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes Spring MVC answer where a method asks for more than its user has. */
public final class StepUpAnswers implements WebMvcConfigurer {

    private final StepUpResolver resolver;

    /**
     * Creates it.
     *
     * @param endpoints where the endpoints are
     * @param page what pages look like
     * @param captions their words
     * @param requests begins a re-authentication
     * @param proofs keeps what users have proved
     */
    public StepUpAnswers(
            EndpointSettings endpoints,
            SmallPage page,
            Captions captions,
            Supplier<IamSmartRequests> requests,
            ProofKeeper proofs) {
        this.resolver = new StepUpResolver(endpoints, page, captions, requests, proofs);
    }

    /** First of all: an application's handler of all exceptions would make an error page of it. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, resolver);
    }
}

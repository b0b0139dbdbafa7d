package io.github.iamsmart.spring.internal.security;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Asks the filter chains of the application, once it is wired, whether iAM Smart and browsers reach the endpoints of
 * the starter, and warns where they would be answered with 401 or 403.
 */
public final class EndpointAccessCheck implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(EndpointAccessCheck.class);

    private static final Authentication ANYBODY = new AnonymousAuthenticationToken(
            "iamsmart", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final List<ServedEndpoint> endpoints;
    private final Stream<WebInvocationPrivilegeEvaluator> rules;
    private final Stream<FilterChainProxy> chains;

    /**
     * Creates it.
     *
     * @param endpoints which must be reached
     * @param rules of the filter chains
     * @param chains the filter chains
     */
    public EndpointAccessCheck(
            List<ServedEndpoint> endpoints,
            Stream<WebInvocationPrivilegeEvaluator> rules,
            Stream<FilterChainProxy> chains) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.chains = chains;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<WebInvocationPrivilegeEvaluator> evaluators = rules.toList();
        List<FilterChainProxy> proxies = chains.toList();
        List<String> closed = endpoints.stream()
                .filter(one -> evaluators.stream().anyMatch(rule -> isDenied(rule, one))
                        || proxies.stream().anyMatch(chain -> asksForToken(chain, one)))
                .map(one -> one.method() + " " + one.path())
                .toList();
        if (!closed.isEmpty()) {
            log.warn(
                    "Spring Security answers these endpoints of iAM Smart with 401 or 403: {}. Write"
                            + " http.with(IamSmartLoginConfigurer.iamSmartLogin(), Customizer.withDefaults()) in the"
                            + " SecurityFilterChain that is responsible for them.",
                    String.join(", ", closed));
        }
    }

    private static boolean isDenied(WebInvocationPrivilegeEvaluator rule, ServedEndpoint endpoint) {
        try {
            return !rule.isAllowed("", endpoint.example(), endpoint.method().name(), ANYBODY);
        } catch (RuntimeException e) {
            // A rule that looks at more than the path and the user can be judged with a real request alone.
            log.debug("Whether {} is open cannot be told", endpoint.path(), e);
            return false;
        }
    }

    private static boolean asksForToken(FilterChainProxy chains, ServedEndpoint endpoint) {
        if (!endpoint.isForServers()) {
            return false;
        }
        ProbeRequest probe = new ProbeRequest(endpoint.method().name(), endpoint.example());
        return chains.getFilterChains().stream().filter(chain -> probe.isFor(chain)).findFirst().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .anyMatch(filter -> !probe.passes(filter));
    }
}

package io.github.iamsmart.spring.internal.properties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the clients report by Micrometer.
 *
 * @param traceHeaders Whether calls to the gateway, a third party, carry the headers of the application's trace.
 */
@ConfigurationProperties(IamSmartProperties.PREFIX + ".observation")
public record ObservationProperties(@DefaultValue("false") boolean traceHeaders) {}

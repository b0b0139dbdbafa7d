package io.github.iamsmart.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Brings iAM Smart into a slice of the application, such as {@code @WebMvcTest}, without a gateway: no port is opened,
 * no thread started, and nothing is sent. Controllers have their arguments ({@code IamSmartSignIn},
 * {@code TokenisedId}, {@code AccessToken}) and {@code IamSmartRequests}; what they begin is in the bean
 * {@link IamSmartRecorder}, which also hands outcomes to the handlers and listeners of the application.
 *
 * <pre>{@code
 * @WebMvcTest(PermitController.class)
 * @AutoConfigureIamSmart
 * class PermitControllerTest {
 *     @Autowired
 *     IamSmartRecorder iamSmart;
 * }
 * }</pre>
 *
 * <p>What the configuration says of a client of a real gateway is ignored. A call of {@code IamSmartClient} that would
 * reach the gateway fails, and its root cause says why.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureIamSmart {}

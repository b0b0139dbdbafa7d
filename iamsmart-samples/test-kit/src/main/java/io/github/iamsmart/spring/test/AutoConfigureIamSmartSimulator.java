package io.github.iamsmart.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts an iAM Smart simulator for the application context of a test and points the application at it, whatever its
 * configuration says: environment, client id, secret, KEK and public URL of a real client are ignored, and placeholders
 * in them are not resolved. The rest of {@code iamsmart.*} is as configured.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @AutoConfigureIamSmartSimulator
 * class PermitsTest {
 *     @Autowired
 *     IamSmartTestUser user;
 * }
 * }</pre>
 *
 * <p>Each cached context has a simulator of its own, on a free port of 127.0.0.1, which stops with it. Beans to inject:
 * {@link io.github.iamsmart.simulator.IamSmartSimulator}, {@link TestPhone}, {@link CallbackSealer}, and, new at each
 * injection point, {@link IamSmartTestUser}. In a mock web environment, the simulator hands its callbacks to the
 * application inside the JVM, and {@code MockMvc} reaches the callback endpoint.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureIamSmartSimulator {}

package io.github.iamsmart.bootmatrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test with the application that asks users to fill a form; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RequestsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.callback.max-size=64KB",
            "iamsmart.requests.sweep-interval=100ms",
            "iamsmart.requests.first-pause=1ms",
            "iamsmart.requests.max-attempts=3",
            "iamsmart.requests.max-streams=2",
            "management.endpoints.web.exposure.include=health",
            "management.endpoint.health.show-details=always"
        })
@interface RequestsTest {}

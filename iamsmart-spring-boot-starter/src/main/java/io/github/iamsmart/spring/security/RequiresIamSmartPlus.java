package io.github.iamsmart.spring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets users of iAM Smart+ alone call a method, or all methods of a type, of a Spring bean: others get
 * {@link IamSmartPlusRequiredException}. A controller's method answers 403 then, with a page that tells the user in
 * their language what to do, or for other clients with JSON, {@code {"error": "iamsmart_plus_required"}}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresIamSmartPlus {}

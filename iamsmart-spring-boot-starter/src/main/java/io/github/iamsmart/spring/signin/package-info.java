/**
 * What an application uses and replaces of sign-in: who is signed in, the event of a sign-in, and the handlers, stores
 * and issuers that it may define as beans.
 */
@NullMarked
package io.github.iamsmart.spring.signin;

import org.jspecify.annotations.NullMarked;

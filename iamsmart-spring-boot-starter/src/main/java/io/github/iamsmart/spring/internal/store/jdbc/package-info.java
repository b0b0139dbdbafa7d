/** Stores in a relational database. */
@NullMarked
package io.github.iamsmart.spring.internal.store.jdbc;

import org.jspecify.annotations.NullMarked;

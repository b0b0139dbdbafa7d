/**
 * Bulk signing: one consent of the user for up to 1,000 documents.
 *
 * <p>A bulk request is one {@link io.github.iamsmart.requests.store.StoredRequest}, like any other, and stays pending
 * while the parts of its answer arrive: first the token for querying its status and cancelling it, then one or more
 * callbacks with signatures. Each part is kept in an {@link io.github.iamsmart.requests.store.AnswerPartStore}, as it
 * came over the wire and before it is acknowledged, under its number, by which a duplicate is recognised. A part is
 * trusted if its content opens under a content key and carries the business id and the secret state of the request.
 * When as many parts have come as they announce, the last one answers the request, and its outcome is delivered like
 * any other. If parts are missing when the time is up, the request times out; what came stays readable. The parts are
 * deleted together with the request.
 *
 * <p>Only the documentation of the sister system CorpID is public [D]; all paths are guesses [?], and can be replaced
 * with {@link io.github.iamsmart.environment.ApiPaths}. {@linkplain io.github.iamsmart Marks} such as [D] say how sure
 * a fact is.
 */
@NullMarked
package io.github.iamsmart.bulksigning;

import org.jspecify.annotations.NullMarked;

/**
 * Bulk signing: one consent of the user for up to 1,000 documents.
 *
 * <p>How a request lives. It is one {@link io.github.iamsmart.tracking.TrackedRequest}, as any other, and stays pending
 * while its parts arrive: first the token with which it can be asked after and cancelled, then one or several callbacks
 * with signatures. Each part is kept in a {@link io.github.iamsmart.bulksigning.BulkResultStore}, as it came over the
 * wire and before it is acknowledged, under its sequence number, by which one that comes twice is recognised. A part is
 * believed if its metadata open under a content key and carry business id and secret state of the request. When as many
 * parts are there as the metadata announce, the last one's metadata answer the request, and its outcome is delivered as
 * any other. If parts are still missing when the time is up, the request times out; what came stays readable. The parts
 * are forgotten together with the request.
 *
 * <p>Public is only what the sister system CorpID documents [D]; all paths are guesses [?], and can be replaced with
 * {@link io.github.iamsmart.environment.ApiPaths}.
 */
@NullMarked
package io.github.iamsmart.bulksigning;

import org.jspecify.annotations.NullMarked;

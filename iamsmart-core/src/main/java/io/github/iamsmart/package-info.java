/**
 * The iAM Smart SDK. {@link io.github.iamsmart.IamSmartClient} is the entry point: build one client for each online
 * service with {@link io.github.iamsmart.IamSmartClientBuilder}, and share it.
 *
 * <h2 id="packages">Packages</h2>
 *
 * <ul>
 *   <li>Entry: this package has the client, its builder, and its {@linkplain io.github.iamsmart.IamSmartHealth health}.
 *   <li>Flows, one package each: {@link io.github.iamsmart.signin} (from the gateway's page to the access token),
 *       {@link io.github.iamsmart.profile} (the verified identity), {@link io.github.iamsmart.formfilling} and its
 *       {@link io.github.iamsmart.formfilling.address addresses}, {@link io.github.iamsmart.signing} (hashes and PDFs,
 *       with {@link io.github.iamsmart.signing.pdf} and {@link io.github.iamsmart.signing.verification}),
 *       {@link io.github.iamsmart.bulksigning}, {@link io.github.iamsmart.reauth} and {@link io.github.iamsmart.ccic}.
 *   <li>Requests: {@link io.github.iamsmart.requests} follows a request that the user answers in the app from its start
 *       to its outcome, {@link io.github.iamsmart.requests.store} stores requests and answers, and
 *       {@link io.github.iamsmart.callback} receives the callbacks.
 *   <li>{@link io.github.iamsmart.identity}: the access token, the Tokenised ID and the verified data of a user.
 *   <li>{@link io.github.iamsmart.device}: the user's browser and language, and the links that open the app.
 *   <li>{@link io.github.iamsmart.key}: the key pair of the online service (KEK) and the sharing of content keys (CEK).
 *   <li>{@link io.github.iamsmart.environment}: the addresses of the gateway and the paths of its APIs.
 *   <li>{@link io.github.iamsmart.error}: the exceptions, the result codes, and messages for the user.
 *   <li>{@link io.github.iamsmart.listener}: reports for metrics, tracing and health.
 * </ul>
 *
 * <h2 id="compatibility">Compatibility</h2>
 *
 * <p>The packages without {@code internal} are the API. The gateway's answers grow, so a later version may add
 * components to a record that the SDK makes, and constants to an enum: read records by their accessors, neither
 * construct nor deconstruct them, and give a {@code switch} a default.
 *
 * <h2 id="marks">Marks</h2>
 *
 * <p>The API specification of iAM Smart is not public. This SDK is based on public sources, and a mark after a fact
 * says how sure it is:
 *
 * <ul>
 *   <li>[S]: stated by the public FAQ of the Sandbox Programme.
 *   <li>[D]: documented in a published government text: the sandbox guide, or the specifications of CorpID, a close
 *       mirror of iAM Smart's.
 *   <li>[W]: seen working: two or more public clients that ran against the gateway agree.
 *   <li>[1]: seen in one public client only.
 *   <li>[?]: an inference or a guess, which can be overridden by configuration.
 * </ul>
 *
 * <p>The file {@code docs/protocol.md} of the project lists every fact with its mark.
 */
@NullMarked
package io.github.iamsmart;

import org.jspecify.annotations.NullMarked;

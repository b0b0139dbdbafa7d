package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be signed.
 *
 * @param edition tells it from others of its subject: the number of the application, the language of the terms
 * @param file where it is
 * @param digest what the gateway gets of it
 * @param prepared what will be appended to a PDF
 */
record Paper(String edition, Path file, DocumentDigest digest, Optional<PreparedPdf> prepared) {}

package io.github.iamsmart.listener;

import io.github.iamsmart.listener.AnswerReport.Verdict;
import java.util.Optional;

/**
 * What became of a callback, genuine or not.
 *
 * @param verdict what was done with it
 * @param businessId the request that it answers; empty if it was refused or failed
 */
public record CallbackReport(Verdict verdict, Optional<String> businessId) {}

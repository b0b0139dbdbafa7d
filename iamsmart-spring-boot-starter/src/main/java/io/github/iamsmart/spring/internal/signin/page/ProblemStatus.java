package io.github.iamsmart.spring.internal.signin.page;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.StoreException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The HTTP status of a page that tells of a failure. */
public final class ProblemStatus {

    private ProblemStatus() {}

    /**
     * {@return the status: what lies with the user is no error, a code of no use is the client's fault, what is wrong
     * here is ours, the rest is the gateway's}
     *
     * @param exception what happened
     */
    public static int of(@Nullable IamSmartException exception) {
        if (exception instanceof GatewayException refusal
                && refusal.code().category().concernsTheUser()) {
            return refusal.code().category() == ErrorCategory.CODE_UNUSABLE
                    ? HttpServletResponse.SC_BAD_REQUEST // anybody can write a code into a link
                    : HttpServletResponse.SC_OK;
        }
        boolean ours = exception instanceof ConfigurationException
                || exception instanceof InvalidRequestException
                || exception instanceof StoreException;
        return ours ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : HttpServletResponse.SC_BAD_GATEWAY;
    }
}

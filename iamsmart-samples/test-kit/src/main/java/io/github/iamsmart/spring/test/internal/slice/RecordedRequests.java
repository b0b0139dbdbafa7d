package io.github.iamsmart.spring.test.internal.slice;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.requests.DefaultIamSmartRequests;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import io.github.iamsmart.spring.test.IamSmartRecorder;
import java.time.Clock;
import java.util.List;

/** Starts requests that are recorded instead of sent. */
public final class RecordedRequests {

    private RecordedRequests() {}

    /**
     * {@return what the application injects}
     *
     * @param endpoints where the endpoints would be
     * @param recorder gets the requests
     * @param clock the time
     */
    public static IamSmartRequests of(EndpointSettings endpoints, IamSmartRecorder recorder, Clock clock) {
        BrowserOptions options = new BrowserOptions(endpoints, List.of(), new NetworkLimit(Integer.MAX_VALUE, clock));
        return new DefaultIamSmartRequests(
                options,
                request -> new RecordedStart(request, false, endpoints, recorder, clock),
                request -> anonymous(request, endpoints, recorder, clock));
    }

    private static RequestStart anonymous(
            UserRequest request, EndpointSettings endpoints, IamSmartRecorder recorder, Clock clock) {
        if (request.anonymousKind().isEmpty()) {
            throw new InvalidRequestException("A " + request.kind() + " is for users who have signed in, call begin:"
                    + " its kind is not an anonymous one.");
        }
        return new RecordedStart(request, true, endpoints, recorder, clock);
    }
}

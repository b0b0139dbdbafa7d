package io.github.iamsmart.spring.internal.store.redis;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.spring.internal.store.StoredRequestFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the keys. In a cluster, what stands in the first braces of a key decides where it is stored, and a
 * script must find all its keys in one place.
 *
 * <p>Requests and their indexes share one place, {@code {iamsmart}}: a request is found by its business id alone, which
 * does not tell whose it is, and it changes in one step with the index that says when it is due. A flow costs that
 * place about ten short commands, of which Redis does a hundred thousand a second. What is large, or is looked at most
 * often, is spread: parts of answers by request, content keys (CEK) by client, uses by what is used.
 *
 * @param prefix what all keys begin with
 */
record RedisKeys(String prefix) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** By the numbers that the statuses have in values and in scripts. */
    private static final List<RequestStatus> STATUSES = Stream.of(RequestStatus.values())
            .sorted(Comparator.comparing(StoredRequestFormat::code))
            .toList();

    RedisKeys {
        if (!PLAIN.matcher(prefix).matches()) {
            throw new ConfigurationException("iamsmart.store.redis.key-prefix must have 1 to 64 letters, digits, dots,"
                    + " colons, dashes or underscores: braces would decide where a cluster stores the keys.");
        }
    }

    String request(BusinessId businessId) {
        return "{" + prefix + "}:request:" + businessId;
    }

    String index(RequestStatus status, String clientId) {
        return "{" + prefix + "}:due:" + status.name().toLowerCase(Locale.ROOT) + ":" + clientId;
    }

    List<String> indexes(String clientId) {
        return STATUSES.stream().map(status -> index(status, clientId)).toList();
    }

    List<String> requestAndIndexes(BusinessId businessId, String clientId) {
        List<String> keys = new ArrayList<>();
        keys.add(request(businessId));
        keys.addAll(indexes(clientId));
        return keys;
    }

    String parts(BusinessId businessId) {
        return prefix + ":parts:" + place(businessId.value());
    }

    String cek(String clientId) {
        return prefix + ":cek:" + place(clientId);
    }

    String used(String key) {
        return prefix + ":used:" + place(key);
    }

    /** A brace in the name would end the place too early. */
    private static String place(String name) {
        return "{" + name.replace("%", "%25").replace("{", "%7B").replace("}", "%7D") + "}";
    }
}

package io.github.iamsmart.spring.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed. Each is a timer, and a span where the application traces. Keys of low cardinality take values of
 * closed sets and are tags of the timer and of the span; the others are tags of the span alone. None holds a token, a
 * state, a Tokenised ID, a name or the content of a message.
 */
public enum IamSmartObservation implements ObservationDocumentation {

    /** A call to the gateway, with all its attempts. */
    CALL {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultCallObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return CallKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return CallTraceKeys.values();
        }
    },

    /** The fetch of the content key (CEK), from a shared store or by a call to the gateway, which is a child of it. */
    KEY_REFRESH {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultKeyRefreshObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return KeyRefreshKeys.values();
        }
    },

    /** A callback, genuine or not, from its receipt to the verdict. */
    CALLBACK {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultCallbackObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return CallbackKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return RequestTraceKeys.values();
        }
    },

    /** The part of a genuine callback that belongs to its request, whose trace it joins: judged and stored. */
    ANSWER {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultAnswerObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return AnswerKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return RequestTraceKeys.values();
        }
    },

    /** An attempt to deliver an outcome to the application's handlers. It joins the trace of the request. */
    DELIVERY {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultDeliveryObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return DeliveryKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return DeliveryTraceKeys.values();
        }
    };

    /** The tags of a call. */
    public enum CallKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** The name of the call, such as {@code get-token}; {@code other} for a path of the application's own. */
        API("api"),
        /**
         * {@code success}; the category of a result code, such as {@code declined} or {@code refused}; for a failure
         * without one {@code transport}, {@code protocol}, {@code crypto}, {@code configuration}, {@code store},
         * {@code invalid_request} or {@code other}.
         */
        OUTCOME("outcome"),
        /** The result code, such as {@code D00000}; {@code other} for an unknown one, {@code none} if none came. */
        CODE("code");

        private final String key;

        CallKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What only the span of a call has. */
    public enum CallTraceKeys implements KeyName {
        /** How often the request was sent. */
        ATTEMPTS("iamsmart.attempts"),
        /** The HTTP status of the last answer, 0 if none came. */
        HTTP_STATUS("iamsmart.http.status"),
        /** The gateway's transaction id, if an answer came. */
        TX_ID("iamsmart.tx.id");

        private final String key;

        CallTraceKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** The tags of a fetch of the key. */
    public enum KeyRefreshKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** {@code new_key}, {@code same_key}; for a failure the values of a call's outcome. */
        OUTCOME("outcome");

        private final String key;

        KeyRefreshKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** The tags of a callback. */
    public enum CallbackKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** {@code accepted}, {@code duplicate}, {@code refused}, or {@code failed} if it was answered with 503. */
        OUTCOME("outcome");

        private final String key;

        CallbackKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** The tags of an answer. */
    public enum AnswerKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** The name of the kind of request; {@code other} for one that the client does not know. */
        KIND("kind"),
        /** {@code accepted}, {@code duplicate}, {@code refused} if the request has ended, or {@code failed}. */
        OUTCOME("outcome"),
        /** The result code; {@code other} for an unknown one. */
        CODE("code");

        private final String key;

        AnswerKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** The tags of a delivery. */
    public enum DeliveryKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** The name of the kind of request; {@code other} for one that the client does not know. */
        KIND("kind"),
        /** {@code delivered}, {@code failed}, or {@code dead} if this was the last attempt. */
        OUTCOME("outcome");

        private final String key;

        DeliveryKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What only the span of a delivery has. */
    public enum DeliveryTraceKeys implements KeyName {
        /** The id of the request at the gateway. */
        BUSINESS_ID("iamsmart.business.id"),
        /** The number of the attempt, from 1. */
        ATTEMPT("iamsmart.attempt"),
        /** The class of what the handler threw, if it did; its message may hold personal data and is nowhere. */
        EXCEPTION("iamsmart.exception");

        private final String key;

        DeliveryTraceKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What only the spans of a callback and of an answer have. */
    public enum RequestTraceKeys implements KeyName {
        /** The id of the request at the gateway, if the callback is genuine. */
        BUSINESS_ID("iamsmart.business.id");

        private final String key;

        RequestTraceKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}

package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.bulksigning.BulkDelivery;
import io.github.iamsmart.simulator.bulksigning.BulkRequestFinder;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.TokenisedIds;
import io.github.iamsmart.simulator.signing.Signatures;
import java.time.Clock;

/** What flows are made from. */
record FlowParts(
        SimulatorSettings settings,
        Clock clock,
        FaultInjector faults,
        Personas personas,
        RequestRegistry requests,
        CallbackSender callbacks,
        AuthorizationCodes codes,
        AccessTokens tokens,
        TokenisedIds ids,
        SignedInUsers users,
        AccountRequests accounts,
        AnonymousRequests anonymous,
        Signatures signatures,
        BulkDelivery bulkDelivery,
        BulkRequestFinder bulkRequests) {}

package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** Nothing is sent while an application starts: a gateway that is down must not keep it from starting. */
class StartUpTest {

    @Test
    void asksNothingOfTheGateway() throws IOException {
        try (ServerSocket gateway = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Runners.plain()
                    .withPropertyValues(Runners.client())
                    .withPropertyValues("iamsmart.base-url=http://127.0.0.1:" + gateway.getLocalPort())
                    .run(context -> assertThat(context).hasSingleBean(IamSmartClient.class));

            gateway.setSoTimeout(1);
            assertThatThrownBy(gateway::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void startsWithAGatewayAndAProxyThatDoNotExist() {
        Runners.plain()
                .withPropertyValues(Runners.client())
                .withPropertyValues("iamsmart.base-url=https://gateway.invalid", "iamsmart.proxy.host=proxy.invalid")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsTheEndpointsWithoutAskingTheGateway() throws IOException {
        try (ServerSocket gateway = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Runners.web()
                    .withPropertyValues(Runners.client())
                    .withPropertyValues(
                            "iamsmart.base-url=http://127.0.0.1:" + gateway.getLocalPort(),
                            "iamsmart.public-url=https://permits.example.gov.hk")
                    .run(context -> assertThat(context).hasNotFailed());

            gateway.setSoTimeout(1);
            assertThatThrownBy(gateway::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}

package io.github.iamsmart.stores;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** A Redis of this test, on a free port. */
final class RedisNode implements AutoCloseable {

    private final int port;
    private final boolean cluster;
    private final RedisServer server;

    private RedisNode(boolean cluster) {
        this.cluster = cluster;
        try {
            this.port = freePort();
            var builder = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("maxmemory 512mb");
            if (cluster) {
                builder.setting("cluster-enabled yes")
                        .setting("cluster-config-file nodes-" + port + ".conf")
                        .setting("dir " + System.getProperty("java.io.tmpdir"));
            }
            this.server = builder.build();
            server.start();
            if (cluster) {
                takeAllSlots();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RedisNode start() {
        return new RedisNode(false);
    }

    /** A cluster of one node: it refuses what touches keys of two slots, as any cluster does. */
    static RedisNode startCluster() {
        return new RedisNode(true);
    }

    static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                // The bus of a cluster is at a port that is 10,000 higher.
                if (socket.getLocalPort() < 55_000) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    private void takeAllSlots() {
        LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", port);
        factory.afterPropertiesSet();
        factory.start();
        try (var connection = factory.getConnection()) {
            byte[][] slots = new byte[16_385][];
            slots[0] = "ADDSLOTS".getBytes(US_ASCII);
            for (int i = 0; i < 16_384; i++) {
                slots[i + 1] = Integer.toString(i).getBytes(US_ASCII);
            }
            connection.execute("CLUSTER", slots);
            String state = "";
            while (!state.contains("cluster_state:ok")) {
                state = new String((byte[]) connection.execute("CLUSTER", "INFO".getBytes(US_ASCII)), US_ASCII);
            }
        } finally {
            factory.destroy();
        }
    }

    int port() {
        return port;
    }

    LettuceConnectionFactory connections() {
        LettuceClientConfiguration client = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofSeconds(20))
                .build();
        LettuceConnectionFactory factory = cluster
                ? new LettuceConnectionFactory(new RedisClusterConfiguration().clusterNode("127.0.0.1", port), client)
                : new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port), client);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.iamsmart.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB of this test, where the machine has one, on a free port and in a folder of its own. */
final class MariaDbServer implements AutoCloseable {

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/libexec");

    private final Path folder;
    private final Process server;
    private final int port;

    private MariaDbServer(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    private static Optional<Path> program(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean isInstalled() {
        return program("mariadbd").isPresent() && program("mariadb-install-db").isPresent();
    }

    static MariaDbServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("iamsmart-mariadb");
        Path data = folder.resolve("data");
        String user = System.getProperty("user.name");
        run(new ProcessBuilder(
                program("mariadb-install-db").orElseThrow().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--user=" + user,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        Path init = Files.writeString(
                folder.resolve("init.sql"),
                "CREATE DATABASE iamsmart;\nCREATE USER 'iamsmart'@'127.0.0.1' IDENTIFIED BY 'iamsmart';\n"
                        + "CREATE USER 'iamsmart'@'localhost' IDENTIFIED BY 'iamsmart';\n"
                        + "GRANT ALL ON iamsmart.* TO 'iamsmart'@'127.0.0.1';\n"
                        + "GRANT ALL ON iamsmart.* TO 'iamsmart'@'localhost';\n");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process server = new ProcessBuilder(
                        program("mariadbd").orElseThrow().toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--user=" + user,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + folder.resolve("socket"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--max-allowed-packet=64M",
                        "--innodb-log-file-size=256M",
                        "--init-file=" + init)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        MariaDbServer mariaDb = new MariaDbServer(folder, server, port);
        mariaDb.awaitStart();
        return mariaDb;
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("iamsmart-mariadb", ".log");
        Process process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("MariaDB could not be installed: " + Files.readString(log));
        }
        Files.delete(log);
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            try {
                DriverManager.getConnection(url(), "iamsmart", "iamsmart").close();
                return;
            } catch (SQLException e) {
                if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("MariaDB did not start: " + Files.readString(folder.resolve("log")));
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/iamsmart";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.destroy();
        server.waitFor(1, TimeUnit.MINUTES);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

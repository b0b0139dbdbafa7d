package io.github.iamsmart.samples.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Poppler's program that judges the signatures of a PDF. */
final class PdfSig {

    private PdfSig() {}

    static boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "pdfsig").canExecute());
    }

    /** The root of the simulator is not among those of the machine, and must not be looked for. */
    static String judge(Path pdf, Path folder) throws IOException {
        Process process = new ProcessBuilder("pdfsig", "-nocert", pdf.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}

package io.github.iamsmart;

import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.KeyReport;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lets a test wait for what the background does. */
public final class KeyReports implements IamSmartListener {

    private final BlockingQueue<KeyReport> reports = new LinkedBlockingQueue<>();

    @Override
    public void onKeyRefresh(KeyReport report) {
        reports.add(report);
    }

    /** Waits until the next fetch has ended. */
    public KeyReport next() throws InterruptedException {
        KeyReport report = reports.poll(20, TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("Nobody fetched a key.");
        }
        letTheFetchEnd();
        return report;
    }

    /** The report comes from within the fetch; while that has not returned, nobody starts another one. */
    private static void letTheFetchEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("iamsmart-cek")) {
                thread.join(20_000);
            }
        }
    }

    public int waiting() {
        return reports.size();
    }
}

package org.skep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.skep.settings.Settings;
import picocli.CommandLine.Option;

/** What {@code demo} and {@code serve} have in common. */
final class ServerOptions {
  @Option(
      names = "--port",
      defaultValue = "${env:SKEP_PORT}",
      paramLabel = "N",
      description = "Port of the pages; 0 takes any free one. Default: 8080.")
  private @Nullable Integer port;

  @Option(
      names = "--bind",
      defaultValue = "${env:SKEP_BIND}",
      paramLabel = "ADDR",
      description = "Address to listen on. Default: 127.0.0.1, this machine only.")
  private @Nullable String bind;

  @Option(
      names = "--data",
      defaultValue = "${env:SKEP_DATA}",
      paramLabel = "DIR",
      description = "The data directory.")
  private @Nullable Path data;

  @Nullable Path data() {
    return data;
  }

  boolean namesPort() {
    return port != null;
  }

  /** The settings with what the command line says over them. */
  Settings over(Settings settings) {
    return settings.serving(
        bind == null ? settings.bind() : bind, port == null ? settings.port() : port);
  }

  /**
   * Prints the line that scripts wait for, and waits for the end of the process.
   *
   * @param after done when the program has been closed
   */
  static void run(Program program, String address, PrintWriter out, Runnable after)
      throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  program.close();
                  after.run();
                  stopped.countDown();
                },
                "skep-stop"));
    out.println("Skep is ready at " + address);
    out.flush();
    stopped.await();
  }
}

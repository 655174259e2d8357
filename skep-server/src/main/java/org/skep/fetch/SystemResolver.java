package org.skep.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's name service. It blocks in native code, which would hold one of the few carrier
 * threads, so it has platform threads of its own: as many as requests may be in flight.
 */
final class SystemResolver implements Resolver, AutoCloseable {
  private final ExecutorService threads;
  private final Duration patience;

  SystemResolver(Duration patience) {
    this.patience = patience;
    var pool =
        new ThreadPoolExecutor(
            HostPace.IN_FLIGHT_MAX,
            HostPace.IN_FLIGHT_MAX,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("names-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException, InterruptedException {
    Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return List.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | CancellationException e) {
      throw unknown("No such host: " + host + ".", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown("The name servers did not answer for " + host + " within " + patience + ".", e);
    }
  }

  private static UnknownHostException unknown(String text, Exception cause) {
    var unknown = new UnknownHostException(text);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

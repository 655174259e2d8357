package org.skep.monitor;

import static org.skep.fetch.FakeOrigin.closeAfter;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.skep.clock.VirtualClock;
import org.skep.fetch.FakeOrigin.Seen;
import org.skep.fetch.FakeOrigin.Step;

/**
 * A feed's server that answers at random, from a seed, and notes each request that breaks a rule:
 * validators other than the last good ones (F2), a request before the moment it named (F7).
 */
final class RandomServer implements Step {
  private final Random random;
  private final VirtualClock clock;
  private final List<String> violations = new ArrayList<>();
  private int version;
  private @Nullable String etag;
  private Instant notBefore = Instant.MIN;
  private boolean askedToWait;

  RandomServer(long seed, VirtualClock clock) {
    this.random = new Random(seed);
    this.clock = clock;
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** Whether it ever made its clients wait for longer than they would have. */
  synchronized boolean askedToWait() {
    return askedToWait;
  }

  @Override
  public void answer(Seen request, OutputStream out) throws IOException, InterruptedException {
    next(request).answer(request, out);
  }

  private synchronized Step next(Seen request) {
    String sent = request.headers().get("If-None-Match");
    if (!String.valueOf(etag).equals(String.valueOf(sent))) {
      violations.add(request.at() + " sent " + sent + " instead of " + etag);
    }
    if (request.at().isBefore(notBefore)) {
      violations.add(request.at() + " before " + notBefore);
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> changed();
      case 3, 4, 5 -> etag == null ? changed() : reply(304, "", "ETag: " + etag);
      case 6 -> reply(500, "", "ETag: \"never\"");
      case 7 -> wait(random.nextBoolean() ? 429 : 503);
      case 8 -> reply(200, "<html>maintenance", "ETag: \"never\"");
      default -> closeAfter(3, "<rss/>".getBytes(StandardCharsets.UTF_8), "ETag: \"never\"");
    };
  }

  private Step changed() {
    version++;
    etag = random.nextInt(4) == 0 ? null : "W/\"" + version + "-gzip\"";
    String body = feed(item(version), item(version + 1));
    return etag == null ? reply(200, body, XML) : reply(200, body, XML, "ETag: " + etag);
  }

  private Step wait(int status) {
    int seconds = random.nextInt(40_000);
    askedToWait = true;
    notBefore = clock.now().plusSeconds(seconds);
    return reply(status, "", "Retry-After: " + seconds);
  }
}

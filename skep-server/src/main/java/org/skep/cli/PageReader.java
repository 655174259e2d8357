package org.skep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.skep.Pipeline;
import org.skep.accounts.AccountFinder;
import org.skep.clock.Clock;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.model.Page;
import org.skep.reading.Newsroom.Outcome;

/** Reads one page or text and says everything it tells by itself; keeps nothing. Thread-safe. */
final class PageReader {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern MARKUP =
      Pattern.compile("(?is)\\s*(<!--.*?-->\\s*)*<(!doctype|html|head|body|\\?xml).*");

  private final Fetcher fetcher;
  private final Pipeline pipeline;
  private final Clock clock;
  private final AccountFinder accounts = new AccountFinder();

  PageReader(Fetcher fetcher, Pipeline pipeline, Clock clock) {
    this.fetcher = fetcher;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** An address is fetched; anything else is the text itself, or the HTML. */
  Outcome read(String input) {
    String trimmed = input.strip();
    return ADDRESS.matcher(trimmed).matches()
        ? fetch(trimmed)
        : read(input.getBytes(StandardCharsets.UTF_8), "");
  }

  /** The bytes of a file. */
  Outcome read(byte[] body, String name) {
    String head = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
    boolean html = MARKUP.matcher(head).matches() || name.matches("(?i).*\\.x?html?(\\.gz)?");
    String type = html ? "text/html" : "text/plain; charset=utf-8";
    return read(new Page("", Map.of("content-type", type), body, clock.now()));
  }

  private Outcome fetch(String address) {
    try {
      return switch (fetcher.fetch(Request.of(address, Request.Kind.PAGE))) {
        case Fetched.Ok ok -> read(ok.page());
        case Fetched.NotModified _ -> new Outcome.None("The server answered that nothing changed.");
        case Fetched.Failed(var failure) ->
            new Outcome.None(failure.text() + " " + failure.advice());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.None("Stopped before " + address + " had answered.");
    }
  }

  private Outcome read(Page page) {
    return switch (pipeline.extract(page, SiteProfile.EMPTY)) {
      case Extraction.Found(var article, _) -> {
        var analysis = pipeline.analyse(article);
        yield new Outcome.Found(analysis, accounts.differing(List.of(analysis)));
      }
      case Extraction.NotAnArticle(var reason, _, _, var evidence) ->
          new Outcome.None("No article (" + reason.label() + "): " + evidence);
    };
  }

  /** The bytes of a file, gzip undone. */
  static byte[] bytes(String file) throws IOException {
    try (var in =
        JsonLines.unpacked(
            file.equals("-")
                ? System.in
                : java.nio.file.Files.newInputStream(JsonLines.existing(file)))) {
      return in.readAllBytes();
    }
  }
}

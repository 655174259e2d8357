package org.skep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Feeds a new user may begin with: {@code starter-feeds.txt}, one line each. Immutable. */
public final class StarterFeeds {
  /** All of them, in order of the file. */
  public static final List<Starter> ALL = load();

  private StarterFeeds() {}

  /** One feed; nobody has verified that its address still answers. */
  public record Starter(String language, String title, String url) {}

  private static List<Starter> load() {
    try (var in = StarterFeeds.class.getResourceAsStream("/starter-feeds.txt")) {
      if (in == null) {
        throw new IllegalStateException("/starter-feeds.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(parts -> new Starter(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("/starter-feeds.txt", e);
    }
  }
}

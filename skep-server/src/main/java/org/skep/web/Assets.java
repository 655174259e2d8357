package org.skep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stylesheet, the script and the icon: read once, each with the hash of its bytes as ETag. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "skep.css", "text/css; charset=utf-8",
          "skep.js", "text/javascript; charset=utf-8",
          "skep.svg", "image/svg+xml");

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  private record Asset(String type, byte[] bytes, String etag) {}

  Assets() {
    TYPES.forEach((name, type) -> assets.put(name, load(name, type)));
  }

  /** The asset; 304 when the browser has it. */
  Optional<Answer> answer(String name, Visit visit) {
    return Optional.ofNullable(assets.get(name))
        .map(asset -> {
          boolean known = visit.header("if-none-match").orElse("").contains(asset.etag);
          return new Answer(
              known ? 304 : 200,
              asset.type,
              Map.of("ETag", asset.etag, "Cache-Control", "max-age=0, must-revalidate"),
              known ? new byte[0] : asset.bytes);
        });
  }

  private static Asset load(String name, String type) {
    String path = "/assets/" + name;
    try (var in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(type, bytes, '"' + HexFormat.of().formatHex(hash, 0, 12) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

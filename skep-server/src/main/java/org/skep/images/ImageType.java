package org.skep.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Raster pictures by their first bytes, whatever a server calls them; SVG is none of them. */
public enum ImageType {
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp"),
  AVIF("image/avif"),
  ICO("image/x-icon");

  private final String mime;

  ImageType(String mime) {
    this.mime = mime;
  }

  /** As HTTP names it. */
  public String mime() {
    return mime;
  }

  /** Of these bytes; empty for anything that is no raster picture of a known kind. */
  public static Optional<ImageType> of(byte[] bytes) {
    return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return switch (this) {
      case PNG -> has(bytes, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
      case GIF -> has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a");
      case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
      case AVIF -> has(bytes, 4, "ftypavif") || has(bytes, 4, "ftypavis");
      case ICO -> has(bytes, 0, "\0\0\u0001\0") && bytes.length > 22 && bytes[5] == 0;
    };
  }

  private static boolean has(byte[] bytes, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}

package org.skep.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes to text: byte-order mark, valid UTF-8, then what header or {@code meta} declare. */
final class Decoding {
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final int META_BYTES_MAX = 4096;

  private Decoding() {}

  static String decode(byte[] body, String contentType) {
    if (startsWith(body, 0xef, 0xbb, 0xbf)) {
      return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xff, 0xfe) || startsWith(body, 0xfe, 0xff)) {
      return new String(body, StandardCharsets.UTF_16);
    }
    String utf8 = strict(body);
    if (utf8 != null) {
      return utf8;
    }
    String head =
        new String(body, 0, Math.min(body.length, META_BYTES_MAX), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    Charset declared = declared(contentType);
    if (declared == null) {
      declared = declared(head);
    }
    return new String(body, declared == null ? Charset.forName("windows-1252") : declared);
  }

  private static @Nullable String strict(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      return null; // not UTF-8: the labels decide
    }
  }

  private static @Nullable Charset declared(String text) {
    Matcher found = CHARSET.matcher(text);
    if (!found.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(found.group(1));
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return latin ? Charset.forName("windows-1252") : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // a label nobody knows is no label
    }
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

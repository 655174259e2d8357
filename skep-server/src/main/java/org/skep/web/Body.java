package org.skep.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form's fields: {@code application/x-www-form-urlencoded} or {@code multipart/form-data} (RFC
 * 7578), at most {@value #BYTES_MAX} bytes, from somebody unknown {@value #STRANGERS_BYTES_MAX}. A
 * file is a field whose value is the file's bytes as ISO 8859-1, so that whoever wants it can
 * decode it; its name is ignored. Of any other type the whole is one field, {@value #WHOLE},
 * likewise.
 */
final class Body {
  static final int BYTES_MAX = 8_000_000;

  /** A login form; much more would let anybody fill the memory. */
  static final int STRANGERS_BYTES_MAX = 10_000;

  static final String WHOLE = "body";

  private static final int PARTS_MAX = 200;
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]{0,200})\"");

  private Body() {}

  /**
   * The fields.
   *
   * @throws IOException when the body is too big or breaks off
   */
  static Map<String, List<String>> read(InputStream in, String contentType, int bytesMax)
      throws IOException {
    byte[] bytes = in.readNBytes(bytesMax + 1);
    if (bytes.length > bytesMax) {
      throw new IOException("a form of more than " + bytesMax + " bytes");
    }
    if (contentType.startsWith("multipart/form-data")) {
      return multipart(new String(bytes, StandardCharsets.ISO_8859_1), contentType);
    }
    return contentType.startsWith("application/x-www-form-urlencoded")
        ? Visit.parse(new String(bytes, StandardCharsets.UTF_8))
        : Map.of(WHOLE, List.of(new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  private static Map<String, List<String>> multipart(String body, String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    var fields = new HashMap<String, List<String>>();
    if (!boundary.find()) {
      return fields;
    }
    String line = "--" + boundary.group(1);
    int at = body.indexOf(line);
    for (int parts = 0; at >= 0 && parts < PARTS_MAX; parts++) {
      int begin = at + line.length();
      int next = body.indexOf("\r\n" + line, begin);
      int blank = body.indexOf("\r\n\r\n", begin);
      if (next < 0 || blank < 0 || blank + 4 > next) {
        break;
      }
      part(body.substring(begin, blank), body.substring(blank + 4, next), fields);
      at = next + 2;
    }
    return fields;
  }

  private static void part(String head, String value, Map<String, List<String>> fields) {
    Matcher name = NAME.matcher(head);
    if (name.find()) {
      boolean file = head.contains("filename=");
      String text =
          file
              ? value
              : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      fields.computeIfAbsent(name.group(1), _ -> new ArrayList<>()).add(text);
    }
  }
}

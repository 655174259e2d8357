package org.skep.feed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.charset.Decoded;
import org.skep.charset.Unzipped;

/**
 * The bytes of a feed as text that begins where the document begins: gzip undone, encoding found,
 * garbage before the first tag or brace cut off, all of it noted.
 *
 * @param text begins with {@code <} or with the brace of a JSON document, or is no feed
 */
record FeedSource(String text, List<String> warnings) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String[] ROOTS = {"<?xml", "<rss", "<feed", "<rdf:RDF"};

  static FeedSource of(byte[] body, @Nullable String contentType) throws FeedException {
    byte[] plain = unzipped(body);
    if (plain.length == 0) {
      throw new FeedException(FeedException.Kind.EMPTY, "The document is empty.");
    }
    if (plain.length > FeedReader.BYTES_MAX) {
      throw new FeedException(
          FeedException.Kind.TOO_BIG, "The feed is larger than 16 MiB decoded.");
    }
    Decoded decoded = Decoded.xml(plain, contentType);
    var warnings = new ArrayList<>(decoded.notes());
    boolean ascii = decoded.charset().equals("UTF-8") && decoded.text().length() == plain.length;
    String text = ascii ? decoded.text() : windowsControls(decoded.text());
    int begin = begin(text);
    if (begin > 0 && !text.substring(0, begin).isBlank()) {
      warnings.add("garbage before the document was skipped: " + begin + " characters");
    } else if (begin > 0 && text.startsWith("<?xml", begin)) {
      warnings.add("blanks before the XML declaration were skipped");
    }
    return new FeedSource(text.substring(begin), warnings);
  }

  /** Control characters 128 to 159 are windows-1252 that somebody called Latin 1 or UTF-8. */
  private static String windowsControls(String text) {
    int first = -1;
    for (int i = 0; i < text.length() && first < 0; i++) {
      first = text.charAt(i) >= 0x80 && text.charAt(i) < 0xa0 ? i : -1;
    }
    if (first < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    byte[] one = new byte[1];
    for (int i = first; i < chars.length; i++) {
      if (chars[i] >= 0x80 && chars[i] < 0xa0) {
        one[0] = (byte) chars[i];
        chars[i] = new String(one, WINDOWS).charAt(0);
      }
    }
    return new String(chars);
  }

  boolean isJson() {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static int begin(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
      i++;
    }
    if (i == text.length() || text.charAt(i) == '<' || text.charAt(i) == '{') {
      return i;
    }
    for (String root : ROOTS) {
      int at = text.indexOf(root);
      if (at >= 0) {
        return at;
      }
    }
    int tag = text.indexOf('<');
    return tag < 0 ? i : tag;
  }

  /** Bytes that begin like gzip are gzip, whatever the headers said; what is whole is kept. */
  static byte[] unzipped(byte[] body) throws FeedException {
    byte[] plain = body;
    for (int i = 0; i < 2 && Unzipped.isGzip(plain); i++) {
      var unzipped = Unzipped.of(plain, FeedReader.BYTES_MAX);
      if (unzipped.tooBig()) {
        throw new FeedException(
            FeedException.Kind.TOO_BIG,
            "The feed is larger than 16 MiB decoded, or unpacks to 200 times its size.");
      }
      if (unzipped.damage() != null && unzipped.bytes().length == 0) {
        throw new FeedException(
            FeedException.Kind.BROKEN, "The gzip body is damaged: " + unzipped.damage());
      }
      plain = unzipped.bytes();
    }
    return plain;
  }
}

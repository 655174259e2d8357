package org.skep.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text, with the encoding that made it. The order is that of browsers, as the bytes are
 * the better witness: byte order mark, HTTP charset, the document's own declaration, detection. A
 * label under which the bytes do not read falls back to the next one, and that is a note.
 *
 * @param text without the byte order mark
 * @param charset the standard name of the encoding
 * @param notes what was wrong with the labels; empty when the first one fitted
 */
public record Decoded(String text, String charset, List<String> notes) {
  public Decoded {
    notes = List.copyOf(notes);
  }

  /** An HTML page: the meta element is its declaration. */
  public static Decoded html(byte[] body, @Nullable String contentType) {
    return decode(body, contentType, HtmlPrescan.charset(body).orElse(null), "meta element");
  }

  /** An XML document: the XML declaration, in whatever width its bytes are. */
  public static Decoded xml(byte[] body, @Nullable String contentType) {
    String declared = XmlDeclaration.charset(body).orElse(null);
    return declared == null && looksLikeHtml(body)
        ? html(body, contentType)
        : decode(body, contentType, declared, "XML declaration");
  }

  private static boolean looksLikeHtml(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1);
    return head.toLowerCase(Locale.ROOT).contains("<html");
  }

  private static Decoded decode(
      byte[] body, @Nullable String contentType, @Nullable String declared, String where) {
    String marked = ByteOrder.mark(body);
    if (marked != null) {
      return new Decoded(ByteOrder.withoutMark(body, marked), marked, List.of());
    }
    var notes = new ArrayList<String>();
    var tried = new LinkedHashSet<String>();
    String wide = ByteOrder.byZeros(body);
    if (wide != null) {
      tried.add(wide);
    }
    String http = contentType == null ? null : HtmlPrescan.inContent(contentType).orElse(null);
    add(http, "HTTP header", tried, notes);
    add(declared, where, tried, notes);
    boolean doubtful = tried.stream().anyMatch(Decoded::isSingleByte) && hasMultiByteUtf8(body);
    String utf = doubtful ? strict(body, "UTF-8") : null;
    for (String name : tried) {
      String text = strict(body, name);
      if (text != null && utf != null && isSingleByte(name)) {
        notes.add("labelled " + name + ", but the bytes are UTF-8");
        return new Decoded(utf, "UTF-8", notes);
      }
      if (text != null) {
        return new Decoded(text, name, notes);
      }
      notes.add("the bytes are not " + name + ", as they are labelled");
    }
    String utf8 = tried.contains("UTF-8") ? null : strict(body, "UTF-8");
    if (utf8 != null) {
      return new Decoded(utf8, "UTF-8", notes);
    }
    return best(body, tried, notes);
  }

  /** Three or more well-formed sequences are no accident of a one-byte encoding. */
  private static boolean hasMultiByteUtf8(byte[] body) {
    int sequences = 0;
    for (int i = 0; i + 1 < body.length && sequences < 3; i++) {
      boolean lead = (body[i] & 0xff) >= 0xc2 && (body[i] & 0xff) <= 0xf4;
      sequences += lead && (body[i + 1] & 0xc0) == 0x80 ? 1 : 0;
    }
    return sequences == 3;
  }

  private static boolean isSingleByte(String name) {
    return name.startsWith("windows-125") || name.startsWith("ISO-8859-");
  }

  private static void add(
      @Nullable String label, String where, LinkedHashSet<String> tried, List<String> notes) {
    if (label == null || label.isBlank()) {
      return;
    }
    Optional<String> name =
        CharsetLabels.name(label).filter(n -> CharsetLabels.charset(n).isPresent());
    if (name.isEmpty()) {
      notes.add("unknown encoding in the " + where + ": " + label.strip());
    } else {
      // a declaration that could be read as ASCII is not in 16 or 32 bits, whatever it says
      tried.add(isWide(name.get()) ? "UTF-8" : name.get());
    }
  }

  private static boolean isWide(String name) {
    return name.startsWith("UTF-16") || name.startsWith("UTF-32");
  }

  /** A few damaged characters do not make a label wrong: it is kept when little is lost. */
  private static Decoded best(byte[] body, LinkedHashSet<String> tried, List<String> notes) {
    String guess = CharsetGuess.of(body);
    for (String name : tried) {
      String text = lenient(body, name);
      if (damage(text) <= 1 + text.length() / 1000 || name.equals(guess)) {
        return new Decoded(text, name, notes);
      }
    }
    String utf8 = lenient(body, "UTF-8");
    if (damage(utf8) <= utf8.length() / 1000) {
      return new Decoded(utf8, "UTF-8", notes);
    }
    if (tried.isEmpty()) {
      notes.add("no encoding is stated; it reads as " + guess);
    }
    return new Decoded(lenient(body, guess), guess, notes);
  }

  private static int damage(String text) {
    int damage = 0;
    for (int i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) {
      damage++;
    }
    return damage;
  }

  private static String lenient(byte[] body, String name) {
    return new String(body, CharsetLabels.charset(name).orElse(StandardCharsets.UTF_8));
  }

  private static @Nullable String strict(byte[] body, String name) {
    Charset charset = CharsetLabels.charset(name).orElse(StandardCharsets.UTF_8);
    if (name.equals("windows-1252")) {
      return new String(body, charset); // browsers read its five gaps as control characters
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = new String(body, charset); // five times as fast as a strict decoder
      if (text.indexOf('\ufffd') < 0) {
        return text;
      }
    }
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body));
      return chars.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}

package org.skep.sanitize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/** The values of attributes: addresses with a harmless scheme, numbers where numbers belong. */
final class SafeLinks {
  static final String EMBED_CLASS = "skep-embed";

  /** Ids of foreign pages must not shadow names of ours. */
  private static final String ID_PREFIX = "user-content-";

  private static final Pattern DATA_IMAGE =
      Pattern.compile("data:image/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+");

  private static final int DATA_CHARS_MAX = 100_000;

  private static final Pattern VIDEO =
      Pattern.compile(
          "(?:https?:)?//(?:(?:www\\.)?youtube(?:-nocookie)?\\.com/embed/([\\w-]{1,64})"
              + "|player\\.vimeo\\.com/video/(\\d{1,20}))(?:[?#/].*)?");

  private static final Url NOWHERE = Url.parse("http://relative.invalid/").orElseThrow();

  private final @Nullable Url base;

  SafeLinks(@Nullable Url base) {
    this.base = base;
  }

  /** What may stand in an allowed attribute; null when the attribute must go. */
  @Nullable String value(String element, String attribute, String value) {
    return switch (attribute) {
      case "href" -> value.strip().startsWith("#") ? anchor(value.strip()) : address(value, true);
      case "src" -> isImage(element) ? imageSource(value) : address(value, false);
      case "cite", "poster" -> address(value, false);
      case "srcset" -> sourceSet(value);
      case "id" -> id(value.strip());
      case "class" -> value.equals(EMBED_CLASS) ? value : null;
      case "width", "height" -> matching(value, "[0-9]{1,5}%?");
      case "colspan", "rowspan", "span", "start", "value" -> number(element, value);
      case "open", "reversed" -> "";
      case "dir" -> matching(value, "(?i)ltr|rtl|auto");
      case "lang" -> matching(value, "[A-Za-z0-9-]{1,35}");
      case "type" -> matching(value, "[A-Za-z0-9/.+; =,-]{1,100}");
      default -> value;
    };
  }

  private static @Nullable String matching(String value, String pattern) {
    return value.strip().matches(pattern) ? value.strip() : null;
  }

  private static @Nullable String number(String element, String value) {
    return element.equals("data") ? value : matching(value, "-?[0-9]{1,4}");
  }

  private static boolean isImage(String element) {
    return element.equals("img") || element.equals("source");
  }

  private static @Nullable String id(String value) {
    String bare = value.startsWith(ID_PREFIX) ? value.substring(ID_PREFIX.length()) : value;
    return bare.matches("[\\w.:-]{1,100}") ? ID_PREFIX + bare : null;
  }

  /** A link within the text follows its target's id. */
  private static @Nullable String anchor(String value) {
    String id = id(value.substring(1));
    return id == null ? null : "#" + id;
  }

  private @Nullable String imageSource(String value) {
    String plain = value.strip();
    boolean image = plain.length() <= DATA_CHARS_MAX && DATA_IMAGE.matcher(plain).matches();
    return image ? plain : address(value, false);
  }

  private @Nullable String address(String value, boolean alsoMail) {
    Optional<Url> absolute = Url.parse(value, base);
    if (absolute.isPresent()) {
      Url url = absolute.get();
      boolean mail = url.scheme().equals("mailto") || url.scheme().equals("tel");
      return url.isHttp() || (alsoMail && mail) ? url.withoutUserinfo().href() : null;
    }
    Url relative = Url.parse(value, NOWHERE).orElse(null);
    if (base != null || relative == null || !NOWHERE.origin().equals(relative.origin())) {
      return null;
    }
    return relative(value);
  }

  /**
   * Without a base a relative address stays as it is, as long as nobody can take it for another.
   */
  private static @Nullable String relative(String value) {
    var out = new StringBuilder();
    value
        .codePoints()
        .filter(c -> c > ' ' && c != '\\' && !Character.isISOControl(c) && !isInvisible(c))
        .forEach(out::appendCodePoint);
    String plain = out.toString();
    String first = plain.split("[/?#]", 2)[0];
    return plain.isEmpty() || first.indexOf(':') >= 0 || plain.startsWith("//") ? null : plain;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** {@code a.jpg 1x, b.jpg 2x}: candidates with a bad address go. */
  private @Nullable String sourceSet(String value) {
    List<String> kept = new ArrayList<>();
    for (String candidate : value.strip().split(",\\s+|,(?=https?:)")) {
      String[] words = candidate.strip().split("\\s+", 2);
      String source = address(words[0], false);
      boolean plain = words.length == 1 || words[1].matches("[0-9.]{1,8}[wxh]");
      if (source != null && plain && source.indexOf(',') < 0) {
        kept.add(words.length == 1 ? source : source + " " + words[1]);
      }
    }
    return kept.isEmpty() ? null : String.join(", ", kept);
  }

  /** The page of an embedded video, on the host that sets no cookies; null for other frames. */
  static @Nullable String video(String source) {
    Matcher match = VIDEO.matcher(source.strip());
    if (!match.matches()) {
      return null;
    }
    return match.group(1) != null
        ? "https://www.youtube-nocookie.com/embed/" + match.group(1)
        : "https://vimeo.com/" + match.group(2);
  }
}

package org.skep.url;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address cut out of what surrounds it in print: a CDATA wrapper, a tag's rest, a template's
 * placeholder, a second address glued to it, a sharing service ({@code /url/share-links.txt}).
 */
final class PrintedLink {
  static final String SHARE_FILE = "share-links.txt";

  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

  /** From a tag or a closing quote on, all is markup; a lone {@code <} belongs to the query. */
  private static final Pattern MARKUP =
      Pattern.compile("(?:</?[a-zA-Z]|\"[\\s>]).*", Pattern.DOTALL);

  private static final Pattern PLACEHOLDER = Pattern.compile("(?<=/)\\{\\w+}$");

  /** {@code https://g__https://…}: a host cannot end in a scheme. */
  private static final Pattern GLUED_BEFORE =
      Pattern.compile("https?://[^/?#]*?(?=https?://.)", Pattern.CASE_INSENSITIVE);

  /** {@code https://a.org/one.htmlhttps://b.org/}: an address in a path begins after a slash. */
  private static final Pattern GLUED_AFTER =
      Pattern.compile("(https?://[^?#]*?[^/?#:])https?://.*", Pattern.CASE_INSENSITIVE);

  private record Share(String host, String path, String parameter) {}

  private static final List<Share> SHARES =
      UrlWords.read(SHARE_FILE).stream()
          .map(line -> line.split("\\s+"))
          .map(words -> new Share(words[0], words[1], words[2]))
          .toList();

  private PrintedLink() {}

  static String clean(String printed) {
    Matcher cdata = CDATA.matcher(printed.strip());
    String link = cdata.matches() ? cdata.group(1).strip() : printed.strip();
    link = MARKUP.matcher(link).replaceFirst("").replace("&amp;", "&");
    link = PLACEHOLDER.matcher(link).replaceFirst("");
    link = unglue(link);
    String shared = shared(link);
    return shared == null ? link : shared;
  }

  /** Whether it may be: a second address, or the rest of one, stands in it. */
  static boolean isGlued(String link) {
    return link.indexOf("://", 8) >= 0;
  }

  private static String unglue(String link) {
    if (!isGlued(link)) {
      return link;
    }
    Matcher before = GLUED_BEFORE.matcher(link);
    int begin = 0;
    while (before.region(begin, link.length()).lookingAt()) {
      begin = before.end();
    }
    String address = link.substring(begin);
    Matcher after = GLUED_AFTER.matcher(address);
    return after.matches() ? after.group(1) : address;
  }

  private static @Nullable String shared(String link) {
    if (link.indexOf("=http") < 0) {
      return null; // nearly all links; saves the parsing
    }
    Url url = Url.parse(link).orElse(null);
    if (url == null || url.host() == null || url.query() == null) {
      return null;
    }
    String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
    for (Share share : SHARES) {
      if (share.host().equals(host) && url.path().equals(share.path())) {
        return parameter(url.query(), share.parameter());
      }
    }
    return null;
  }

  private static @Nullable String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        String value = PercentEncoding.decode(pair.substring(name.length() + 1));
        return value.startsWith("http") ? value : null;
      }
    }
    return null;
  }
}

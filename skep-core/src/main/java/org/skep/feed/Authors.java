package org.skep.feed;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.xml.XmlElement;

/**
 * Who wrote it: a person construct with {@code name}, {@code uri} and {@code email} (Atom, iTunes'
 * owner), or one line as RSS prints it: "mail (Name)", "Name (mail)", "Name &lt;mail&gt;", a mail
 * address, a name.
 */
final class Authors {
  private Authors() {}

  static List<Entry.Author> of(XmlElement element, Context context) {
    if (!element.hasChildren()) {
      return line(element.text());
    }
    String name = null;
    String url = null;
    String email = null;
    for (XmlElement child : element.children()) {
      String text = child.text().strip();
      switch (child.name().toLowerCase(Locale.ROOT)) {
        case "name", "person" -> name = name == null ? text : name;
        case "uri", "url", "homepage", "href" ->
            url = url == null ? context.in(child).resolve(text) : url;
        case "email", "mbox" -> email = email == null ? text : email;
        default -> {}
      }
    }
    var author = author(name, url, email);
    return author == null ? line(element.text()) : List.of(author);
  }

  static List<Entry.Author> line(String printed) {
    String text = Markup.title(printed);
    if (text.isEmpty()) {
      return List.of();
    }
    String email = mail(text);
    if (email == null) {
      return List.of(new Entry.Author(text, null, null));
    }
    String rest = text.replace(email, "").replace("mailto:", "").strip();
    String name = trimmed(rest);
    return List.of(new Entry.Author(name.isEmpty() ? null : name, null, email));
  }

  /** Without the brackets that stood around the name or the mail address. */
  private static String trimmed(String rest) {
    String name = rest.replace("()", "").replace("<>", "").replace("[]", "").strip();
    while (name.length() > 1
        && "(<[\"".indexOf(name.charAt(0)) >= 0
        && ")>]\"".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return name.endsWith(",") || name.endsWith(";") ? name.substring(0, name.length() - 1) : name;
  }

  private static @Nullable String mail(String text) {
    int at = text.indexOf('@');
    if (at < 1) {
      return null;
    }
    int begin = at;
    while (begin > 0 && isMailPart(text.charAt(begin - 1))) {
      begin--;
    }
    int end = at + 1;
    while (end < text.length() && isMailPart(text.charAt(end))) {
      end++;
    }
    while (end > at + 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    return begin == at || end == at + 1 ? null : text.substring(begin, end);
  }

  private static boolean isMailPart(char c) {
    return Character.isLetterOrDigit(c) || "!#$%&'*+-./=?^_`{|}~".indexOf(c) >= 0;
  }

  private static Entry.@Nullable Author author(
      @Nullable String name, @Nullable String url, @Nullable String email) {
    String n = name == null || name.isBlank() ? null : Markup.title(name);
    String u = url == null || url.isBlank() ? null : url;
    String e = email == null || email.isBlank() ? null : email;
    return n == null && u == null && e == null ? null : new Entry.Author(n, u, e);
  }
}

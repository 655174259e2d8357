package org.skep.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;
import org.skep.xml.XmlDocument;
import org.skep.xml.XmlElement;

/**
 * A list of subscriptions as OPML 2.0 has it (opml.org/spec2.opml): nested folders, read however
 * they are written, and written so that every reader takes them. {@code read(write(x))} gives x.
 *
 * @param title of the list; {@code null} when it has none
 * @param warnings what was left out or healed
 */
public record Opml(
    @Nullable String title, List<Subscription> subscriptions, List<String> warnings) {
  public static final int SUBSCRIPTIONS_MAX = 100_000;

  public Opml {
    subscriptions = List.copyOf(subscriptions);
    warnings = List.copyOf(warnings);
  }

  /**
   * One feed of the list.
   *
   * @param title never blank: the address when the list gives none
   * @param xmlUrl the feed
   * @param htmlUrl the site; {@code null} when the list does not say
   * @param folders from the outermost in; empty at the top
   */
  public record Subscription(
      String title, String xmlUrl, @Nullable String htmlUrl, List<String> folders) {
    public Subscription {
      folders = List.copyOf(folders);
    }
  }

  /** Reads a list; the same address twice is one subscription, in the folder that came first. */
  public static Opml read(byte[] body) throws FeedException {
    FeedSource source = FeedSource.of(body, null);
    XmlDocument document = XmlDocument.read(source.text());
    XmlElement root = document.root();
    if (root == null || !root.name().equalsIgnoreCase("opml")) {
      throw new FeedException(
          FeedException.Kind.NOT_A_FEED,
          root == null
              ? "The file is no OPML: it holds no markup."
              : "The file is no OPML: it begins with <" + root.name() + ">.");
    }
    return of(document, source.warnings());
  }

  static Opml of(XmlDocument document, List<String> notes) {
    var warnings = new ArrayList<>(notes);
    warnings.addAll(document.healed());
    XmlElement root = document.root();
    if (root == null) {
      return new Opml(null, List.of(), warnings);
    }
    XmlElement head = root.child("head");
    XmlElement title = head == null ? null : head.child("title");
    var found = new LinkedHashMap<String, Subscription>();
    XmlElement body = root.child("body");
    outlines(body == null ? root : body, List.of(), found, warnings);
    String name = title == null ? "" : Markup.fold(title.text());
    return new Opml(name.isEmpty() ? null : name, List.copyOf(found.values()), warnings);
  }

  private static void outlines(
      XmlElement parent,
      List<String> folders,
      Map<String, Subscription> found,
      List<String> warnings) {
    for (XmlElement outline : parent.children()) {
      if (!outline.name().equalsIgnoreCase("outline")) {
        continue;
      }
      String title = first(outline, "title", "text");
      String url = first(outline, "xmlUrl", "xmlurl", "url");
      boolean isFeed = outline.attribute("xmlUrl") != null || isFeedType(outline.attribute("type"));
      if (isFeed && url != null) {
        add(outline, title, url, folders, found, warnings);
      } else if (isFeed) {
        warnings.add("an outline without xmlUrl was left out: " + (title == null ? "" : title));
      }
      if (outline.hasChildren()) {
        var inner = new ArrayList<>(folders);
        if (title != null && !isFeed) {
          inner.add(title);
        }
        outlines(outline, inner, found, warnings);
      }
    }
  }

  private static boolean isFeedType(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.equals("rss") || lower.equals("atom") || lower.equals("feed");
  }

  private static void add(
      XmlElement outline,
      @Nullable String title,
      String url,
      List<String> folders,
      Map<String, Subscription> found,
      List<String> warnings) {
    String trimmed =
        Markup.fold(url.replaceFirst("^feed://", "http://").replaceFirst("^feed:", ""));
    var parsed = Url.parse(trimmed);
    if (trimmed.isEmpty() || parsed.isEmpty()) {
      warnings.add("not an address: " + url);
    }
    if (trimmed.isEmpty() || found.size() >= SUBSCRIPTIONS_MAX) {
      return;
    }
    String key = parsed.map(Url::normalized).orElse(trimmed);
    String address = parsed.map(Url::href).orElse(trimmed);
    if (found.putIfAbsent(
            key,
            new Subscription(
                title == null ? withoutUser(address) : title,
                address,
                first(outline, "htmlUrl"),
                folders))
        != null) {
      warnings.add("listed twice: " + trimmed);
    }
  }

  private static @Nullable String first(XmlElement outline, String... names) {
    for (String name : names) {
      String value = outline.attribute(name);
      if (value != null && !value.isBlank()) {
        return Markup.fold(value);
      }
    }
    return null;
  }

  /** The list as an OPML 2.0 document, addresses without user names and passwords. */
  public String write() {
    var out = new StringBuilder(256 + subscriptions.size() * 160);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");
    out.append("    <title>").append(escaped(title == null ? "" : title)).append("</title>\n");
    out.append("  </head>\n  <body>\n");
    new Folder(subscriptions).write(out, "    ");
    return out.append("  </body>\n</opml>\n").toString();
  }

  /** The subscriptions of one folder and its inner folders, in order of their first member. */
  private record Folder(List<Subscription> all, int depth) {
    Folder(List<Subscription> all) {
      this(all, 0);
    }

    void write(StringBuilder out, String indent) {
      var inner = new LinkedHashMap<String, List<Subscription>>();
      for (Subscription subscription : all) {
        if (subscription.folders().size() > depth) {
          inner
              .computeIfAbsent(subscription.folders().get(depth), name -> new ArrayList<>())
              .add(subscription);
        } else {
          outline(subscription, out, indent);
        }
      }
      inner.forEach((name, members) -> {
        out.append(indent).append("<outline");
        attribute("text", name, out);
        attribute("title", name, out);
        out.append(">\n");
        new Folder(members, depth + 1).write(out, indent + "  ");
        out.append(indent).append("</outline>\n");
      });
    }

    private static void outline(Subscription subscription, StringBuilder out, String indent) {
      out.append(indent).append("<outline");
      attribute("type", "rss", out);
      attribute("text", subscription.title(), out);
      attribute("title", subscription.title(), out);
      attribute("xmlUrl", withoutUser(subscription.xmlUrl()), out);
      String htmlUrl = subscription.htmlUrl();
      if (htmlUrl != null) {
        attribute("htmlUrl", withoutUser(htmlUrl), out);
      }
      out.append("/>\n");
    }

    private static void attribute(String name, String value, StringBuilder out) {
      out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  private static String withoutUser(String url) {
    return Url.parse(url).filter(Url::hasUserinfo).map(u -> u.withoutUserinfo().href()).orElse(url);
  }

  private static String escaped(String value) {
    var out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c < ' ' && c != '\t' ? ' ' : c);
      }
    }
    return out.toString();
  }
}

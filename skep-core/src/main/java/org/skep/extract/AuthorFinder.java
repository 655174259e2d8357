package org.skep.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.html.Node;

/**
 * Who wrote it: what the page declares (JSON-LD, microdata, meta), what it links to pages of
 * authors, what it prints beside the headline, and last what it calls author anywhere. The first
 * source that yields names wins, but a longer list that holds the declared names too is the better
 * one, and an account's name ("jroe7") yields to a printed name. Where no person signs, the
 * newsroom does that declares to be the author. One pass over the elements.
 */
final class AuthorFinder {
  private static final int BYLINE_REACH = 9;
  private static final int LINE_WORDS_MAX = 25;
  private static final int NEAR = 80;
  private static final int LINKS_REACH = 16;
  private static final int MARKS_MAX = 12;
  private static final int MARK_CHARS_MAX = 160;

  /** Words that a printed byline has before the name: few lines have any. */
  private static final List<String> BY =
      List.of(
          "By", "by", "BY", "Von", "von", "VON", "Par", "par", "PAR", "Por", "por", "POR", "Di",
          "Door", "door", "Av", "Af", "Od", "Przez");

  /**
   * "14.01.2025 - von Uwe Kranz", "3 May 2025 by Jane Roe and John Doe | 5 min": the names only.
   */
  private static final Pattern PRINTED_BY =
      Pattern.compile(
          "(?:^|[-–—|·•,.)\\d]\\s*|\\b[Ss]tory )(?:"
              + String.join("|", BY)
              + ")\\s*:?\\s+"
              + "((?:\\p{Lu}[\\p{L}.’'-]*,?\\s?(?:(?:de|van|von|der|den|la|di|da|del|le|el|bin|al|and|und|et|y|e|,|&)\\s)*){2,8})");

  private static final Pattern ACCOUNT =
      Pattern.compile("[\\p{Ll}\\d._-]+|\\S*[\\d._]\\S*|\\p{L}+\\p{Ll}\\p{Lu}");

  private static final Set<String> METAS = Set.copyOf(Phrases.lines("author-metas.txt"));

  private final JsonLd jsonLd;
  private final MetaTags meta;
  private final Layout layout;
  private final Vicinity vicinity;
  private final int heading;
  private final String outlet;
  private final List<String> sites;

  private @Nullable Zone firstLink;
  private final List<String> marked = new ArrayList<>();
  private final List<String> linked = new ArrayList<>();
  private final List<String> near = new ArrayList<>();
  private final List<String> far = new ArrayList<>();

  AuthorFinder(PageFacts facts, Layout layout, int heading) {
    this.jsonLd = facts.jsonLd;
    this.meta = facts.meta;
    this.outlet = facts.outlet;
    this.layout = layout;
    this.heading = heading;
    this.vicinity = new Vicinity(layout, heading);
    this.sites = facts.sites;
  }

  /** The names, in the order of the page. */
  List<String> find() {
    readMarks();
    List<String> people = people();
    return people.isEmpty() ? houses() : people;
  }

  private List<String> people() {
    List<String> metas = metas();
    List<String> declared = first(jsonLd.authors(), marked, metas);
    if (declared.isEmpty() || isAccount(declared)) {
      List<String> printed = printed();
      return printed.isEmpty() ? declared : printed;
    }
    for (List<String> source : List.of(jsonLd.names("creator"), metas, underHeading())) {
      List<String> names = Bylines.clean(source, sites);
      if (extend(declared, names)) {
        return names;
      }
    }
    return declared;
  }

  private static boolean isAccount(List<String> declared) {
    String name = declared.getFirst();
    return declared.size() == 1 && ACCOUNT.matcher(name).matches() && !Bylines.isAgency(name);
  }

  /** A newsroom or the outlet itself, where it declares to be the author and no person does. */
  private List<String> houses() {
    for (List<String> source : List.of(jsonLd.authors(), marked, metas(), linked)) {
      List<String> names = Bylines.houses(source, sites);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return Bylines.houses(near, List.of());
  }

  private List<String> printed() {
    List<String> names = first(linked, underHeading());
    if (!names.isEmpty()) {
      return names;
    }
    for (List<String> lines : List.of(near, labelled(), far)) {
      for (String line : lines) {
        names = Bylines.clean(List.of(line), sites);
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  @SafeVarargs
  private final List<String> first(List<String>... sources) {
    for (List<String> source : sources) {
      List<String> names = Bylines.clean(source, sites);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** Whether the other names are the declared ones and more, or their only one in full. */
  private static boolean extend(List<String> declared, List<String> names) {
    if (names.size() == 1 && declared.size() == 1) {
      String first = declared.getFirst();
      return first.indexOf(' ') < 0 && names.getFirst().startsWith(first + " ");
    }
    if (names.size() <= declared.size() || names.size() > 2 * declared.size() + 3) {
      return false;
    }
    var letters = new HashSet<String>();
    names.forEach(name -> letters.add(Titles.letters(name)));
    return declared.stream().allMatch(name -> letters.contains(Titles.letters(name)));
  }

  private List<String> metas() {
    var names = new ArrayList<String>();
    meta.forEach((name, values) -> {
      if (names.isEmpty() && METAS.contains(Titles.letters(name))) {
        values.stream().filter(value -> !value.startsWith("http")).forEach(names::add);
      }
    });
    String label = meta.first("twitter:label1");
    String value = meta.first("twitter:data1");
    if (names.isEmpty() && label != null && value != null && Bylines.isByline(label + " ")) {
      names.add(value);
    }
    return names;
  }

  private void readMarks() {
    int marks = 0;
    for (Zone zone : layout.zones()) {
      String kind = marks < MARKS_MAX ? kind(zone) : "";
      if (kind.isEmpty() || vicinity.isOthers(zone)) {
        continue;
      }
      String text = text(zone);
      if (text.isBlank() || text.length() > MARK_CHARS_MAX) {
        continue;
      }
      boolean beside = !vicinity.isApart(zone) && vicinity.distance(zone) <= NEAR;
      switch (kind) {
        case "marked" -> marked.add(text);
        case "linked" -> {
          if (beside && isOwn(zone) && isWithFirst(zone)) {
            linked.add(text);
          }
        }
        default -> {
          marks++;
          (beside ? near : far).add(text);
        }
      }
    }
  }

  private boolean isOwn(Zone zone) {
    String href = zone.element.attr("href");
    return !href.startsWith("http") || PageFacts.outletOf(href).equals(outlet);
  }

  /** Further authors stand beside the first; further away they are of something else. */
  private boolean isWithFirst(Zone zone) {
    Zone known = firstLink;
    if (known == null) {
      firstLink = zone;
      return true;
    }
    return zone.order - known.order <= LINKS_REACH
        && Zone.common(known, zone).depth >= known.depth - 2;
  }

  private static String kind(Zone zone) {
    if (zone.tag.equals("a")) {
      return zone.element.attr("rel").contains("author")
              || AuthorPages.isOne(zone.element.attr("href"))
          ? "linked"
          : "";
    }
    if (!zone.called.is(ClassMarks.AUTHOR)) {
      return "";
    }
    String property = zone.element.attr("itemprop");
    return property.equals("author") ? "marked" : "called";
  }

  /** The marked name within a wider element ("By <a rel=author>Jane Roe</a>, 3 May"). */
  private static String text(Zone zone) {
    if (!zone.element.attr("content").isEmpty()) {
      return zone.element.attr("content");
    }
    if (zone.tag.equals("a")) {
      return zone.element.text();
    }
    for (Node node = zone.element; node != null; node = zone.element.after(node)) {
      if (node instanceof Element inner && isName(inner)) {
        return inner.text();
      }
    }
    return zone.element.text();
  }

  private static boolean isName(Element element) {
    if (!element.hasAttributes()) {
      return false;
    }
    String names = " " + element.attr("class") + " ";
    return element.attr("itemprop").equals("name")
        || (element.name().equals("a") && element.attr("rel").equals("author"))
        || names.contains(" fn ")
        || names.contains(" author-name ");
  }

  private List<String> underHeading() {
    List<Block> blocks = layout.blocks();
    int end = heading < 0 ? 0 : Math.min(blocks.size(), heading + BYLINE_REACH);
    for (int i = Math.max(0, heading); i < end; i++) {
      Block block = blocks.get(i);
      if (block.words > LINE_WORDS_MAX) {
        continue;
      }
      var printed = mayName(block.text) ? PRINTED_BY.matcher(block.text) : null;
      if (printed != null && printed.find()) {
        return List.of(printed.group(1));
      }
      boolean line = i > heading && block.words <= 8 && !block.shape.endsSentence();
      boolean after = line && Bylines.isLabel(blocks.get(i - 1).text);
      if (after || (line && hasColon(block.text) && Bylines.isByline(block.text))) {
        return List.of(block.text);
      }
    }
    return List.of();
  }

  private static boolean mayName(String line) {
    for (String by : BY) {
      if (line.contains(by)) {
        return true;
      }
    }
    return false;
  }

  /** "Autor: Uwe Krantz" in a line of its own, wherever it stands. */
  private List<String> labelled() {
    var lines = new ArrayList<String>();
    for (Block block : layout.blocks()) {
      boolean line = block.words <= 8 && hasColon(block.text) && !block.shape.endsSentence();
      if (line && Bylines.isSigned(block.text) && !vicinity.isOthers(block.zone)) {
        lines.add(block.text);
      }
    }
    return lines;
  }

  private static boolean hasColon(String text) {
    return text.indexOf(':') > 0 || text.indexOf('：') > 0;
  }
}

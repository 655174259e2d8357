package org.skep.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.date.PrintedDates;
import org.skep.html.Element;
import org.skep.html.Node;
import org.skep.html.TextNode;
import org.skep.model.Dropped;
import org.skep.model.Stated;

/**
 * The dates a reader sees: time elements and short lines, each with what its label says, those near
 * the headline first. One pass over the elements, one over the blocks beside the headline; the
 * whole page is read only when asked for {@link #elsewhere}.
 */
final class VisibleDates {
  private static final int LINE_WORDS_MAX = 30;
  private static final int AFTER_HEADING = 12;
  private static final int BEFORE_HEADING = 8;
  private static final int LEADS = 3;
  private static final int LEAD_CHARS = 60;

  private final Layout layout;
  private final DateReader reader;
  private final DateLabels labels;
  private final Vicinity vicinity;
  private final Phrases phrases;
  private final int heading;

  final List<DateClaim> published = new ArrayList<>();
  final List<Stated> modified = new ArrayList<>();

  VisibleDates(
      Layout layout,
      DateReader reader,
      DateLabels labels,
      Vicinity vicinity,
      Phrases phrases,
      int heading) {
    this.layout = layout;
    this.reader = reader;
    this.labels = labels;
    this.vicinity = vicinity;
    this.phrases = phrases;
    this.heading = heading;
    timeElements();
    besideHeading();
  }

  private void timeElements() {
    Stated near = null;
    int distance = Integer.MAX_VALUE;
    for (Zone zone : layout.zones()) {
      if (!isTime(zone) || vicinity.isApart(zone)) {
        continue;
      }
      Stated stated = stated(zone);
      if (stated == null) {
        continue;
      }
      switch (role(zone)) {
        case PUBLISHED -> published.add(new DateClaim(stated, DateClaim.Source.MARKED));
        case MODIFIED -> modified.add(stated);
        case OTHER -> {}
        case UNSAID -> {
          if (vicinity.distance(zone) < distance) {
            near = stated;
            distance = vicinity.distance(zone);
          }
        }
      }
    }
    if (near != null) {
      published.add(new DateClaim(near, DateClaim.Source.TIME));
    }
  }

  private static boolean isTime(Zone zone) {
    if (zone.tag.equals("time") || zone.tag.equals("relative-time")) {
      return true;
    }
    if (zone.called.is(ClassMarks.TIME)) {
      return zone.words < LINE_WORDS_MAX;
    }
    Element element = zone.element;
    for (int i = 0; i < element.attributeCount(); i++) {
      switch (element.attributeName(i)) {
        case "pubdate" -> {
          return true;
        }
        case "itemprop", "property" -> {
          if (isProperty(element.attributeValue(i))) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isProperty(String name) {
    return name.endsWith("datePublished")
        || name.endsWith("dateCreated")
        || name.endsWith("dateModified");
  }

  private @Nullable Stated stated(Zone zone) {
    Element element = zone.element;
    for (String attribute : new String[] {"datetime", "content", "title"}) {
      String value = element.attr(attribute);
      Stated stated = value.isEmpty() ? null : reader.read(value);
      if (stated != null) {
        return stated;
      }
    }
    return zone.words < LINE_WORDS_MAX ? reader.read(element.text()) : null;
  }

  private DateRole role(Zone zone) {
    Element element = zone.element;
    String property = element.attr("itemprop") + element.attr("property");
    if (property.endsWith("datePublished") || element.hasAttr("pubdate")) {
      return DateRole.PUBLISHED;
    }
    if (property.endsWith("dateModified")) {
      return DateRole.MODIFIED;
    }
    DateRole said = labelled(element);
    if (said != DateRole.UNSAID) {
      return said;
    }
    DateRole named = DateLabels.named(zone);
    Zone parent = zone.parent;
    return named == DateRole.UNSAID && parent != null && parent.words < LINE_WORDS_MAX
        ? DateLabels.named(parent)
        : named;
  }

  /** What the words right before the element say, or its own first words. */
  private DateRole labelled(Element element) {
    Node before = element.previous();
    if (before instanceof TextNode blank && blank.text().isBlank()) {
      before = blank.previous();
    }
    Element parent = element.parent();
    if (before == null && parent != null) {
      before = parent.previousElement();
    }
    String words =
        before instanceof TextNode text
            ? text.text()
            : before instanceof Element label && label.children() < 4 ? label.text() : "";
    return labels.before(words, words.length());
  }

  private void besideHeading() {
    List<Block> blocks = layout.blocks();
    int from = Math.max(heading, 0);
    int end = heading < 0 ? 0 : Math.min(blocks.size(), from + AFTER_HEADING);
    boolean found = false;
    int leads = 0;
    for (int i = from; i < end && !found; i++) {
      Block block = blocks.get(i);
      if (block.words <= LINE_WORDS_MAX) {
        found = line(block, leads > 0 ? DateClaim.Source.BELOW : DateClaim.Source.PRINTED);
      } else if (leads++ < LEADS) {
        lead(block);
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - BEFORE_HEADING) && !found && heading > 0; i--) {
      found =
          blocks.get(i).words <= LINE_WORDS_MAX && line(blocks.get(i), DateClaim.Source.PRINTED);
    }
  }

  /** The dates of a short line; true when one may be the publication. */
  private boolean line(Block block, DateClaim.Source source) {
    if (vicinity.isApart(block.zone)) {
      return false;
    }
    boolean found = false;
    for (PrintedDates.Printed one : reader.printed(block.text)) {
      switch (labelOf(block, one)) {
        case PUBLISHED -> {
          published.add(new DateClaim(one.stated(), DateClaim.Source.LABELLED));
          found = true;
        }
        case MODIFIED -> modified.add(one.stated());
        case OTHER -> {}
        case UNSAID -> {
          if (!found) {
            boolean prose = block.words > 12 && block.shape.endsSentence();
            published.add(new DateClaim(one.stated(), prose ? DateClaim.Source.LEAD : source));
            found = !prose;
          }
        }
      }
    }
    return found;
  }

  /** A label may stand in the line before. */
  private DateRole labelOf(Block block, PrintedDates.Printed one) {
    DateRole role = labels.before(block.text, one.begin());
    if (role == DateRole.UNSAID && one.begin() == 0 && block.index > 0) {
      String above = layout.blocks().get(block.index - 1).text;
      role = labels.before(above, above.length());
    }
    return role == DateRole.UNSAID ? DateLabels.named(block.zone) : role;
  }

  private void lead(Block block) {
    String beginning = block.text.substring(0, Math.min(LEAD_CHARS, block.text.length()));
    List<PrintedDates.Printed> dates = reader.printed(beginning);
    if (!dates.isEmpty() && isDateline(beginning, dates.getFirst())) {
      published.add(new DateClaim(dates.getFirst().stated(), DateClaim.Source.LEAD));
    }
  }

  /** "12.3.2026 - In the", "Springfield, (12.3.2026). The": a date that no sentence needs. */
  private static boolean isDateline(String text, PrintedDates.Printed date) {
    String before = text.substring(0, date.begin());
    String after = text.substring(date.end()).stripLeading();
    boolean place =
        before.isBlank()
            || "(|,–—-/".indexOf(before.strip().charAt(before.strip().length() - 1)) >= 0;
    return place
        && (before.isBlank()
            || after.startsWith(")")
            || after.startsWith("-")
            || after.startsWith("–")
            || after.startsWith("—")
            || after.startsWith(":")
            || after.startsWith(".")
            || after.startsWith("|"));
  }

  /**
   * The dates of the whole page.
   *
   * @param said those that their label calls the publication
   * @param guessed a short line whose element is called date, or whose words say when; then any
   *     short line, those of sidebars last
   */
  record Elsewhere(List<Stated> said, List<Stated> guessed) {}

  /** Reads the whole page; the last changes it names are added to {@link #modified}. */
  Elsewhere elsewhere() {
    Stated any = null;
    Stated labelled = null;
    Stated beside = null;
    for (Block block : layout.blocks()) {
      if (block.words > LINE_WORDS_MAX || vicinity.isComment(block.zone)) {
        continue;
      }
      List<PrintedDates.Printed> dates = reader.printed(block.text);
      if (dates.isEmpty()) {
        continue;
      }
      DateRole role = labelOf(block, dates.getFirst());
      Stated stated = dates.getFirst().stated();
      if (vicinity.isOthers(block.zone)) {
        beside = beside == null && role != DateRole.OTHER ? stated : beside;
        continue;
      }
      if (role == DateRole.PUBLISHED) {
        return new Elsewhere(List.of(stated), List.of());
      }
      if (role == DateRole.MODIFIED) {
        modified.add(stated);
      } else if (role == DateRole.UNSAID && labelled == null && isNamed(block)) {
        labelled = stated;
      } else if (role == DateRole.UNSAID && any == null && isPlain(block)) {
        any = stated;
      }
    }
    var guessed = new ArrayList<Stated>();
    for (Stated stated : Arrays.asList(labelled, any, beside)) {
      if (stated != null) {
        guessed.add(stated);
      }
    }
    return new Elsewhere(List.of(), guessed);
  }

  private boolean isPlain(Block block) {
    return block.linkDensity() < 0.5 && !phrases.matches(block.hashes, Dropped.Kind.COPYRIGHT);
  }

  private boolean isNamed(Block block) {
    Zone zone = block.zone;
    for (int level = 0; zone != null && level < 2; level++, zone = zone.parent) {
      for (String token : zone.tokens) {
        switch (token.toLowerCase(Locale.ROOT)) {
          case "date",
              "datum",
              "dateline",
              "published",
              "timestamp",
              "pubdate",
              "postdate",
              "byline",
              "meta",
              "entry",
              "time",
              "posted",
              "zeit",
              "fecha",
              "data",
              "erstellt",
              "created",
              "info" -> {
            return true;
          }
          default -> {}
        }
      }
    }
    return phrases.matches(block.hashes, Dropped.Kind.BYLINE);
  }
}

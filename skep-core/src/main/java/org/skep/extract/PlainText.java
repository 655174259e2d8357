package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;
import org.skep.model.Link;

/**
 * An article out of plain text, as somebody pastes it: one paragraph a line. The first short line
 * is the title, unless the site's own sign-off names it; a teaser glued into a paragraph is cut;
 * what follows a sign-off and is no prose is the site's. Immutable and thread-safe.
 */
final class PlainText {
  private static final int TITLE_WORDS_MAX = 30;
  private static final int PROSE_WORDS_MIN = 12;
  private final Phrases phrases;
  private final Teasers teasers;

  PlainText(Phrases phrases) {
    this.phrases = phrases;
    this.teasers = new Teasers(phrases);
  }

  /**
   * The text's parts.
   *
   * @param standfirst {@code null} when there is none
   */
  record Parts(
      String title,
      @Nullable String standfirst,
      List<String> paragraphs,
      List<Dropped> dropped,
      List<Link> related) {}

  Parts read(String text) {
    List<Block> lines = BlockReader.lines(text);
    String signedTitle = signedTitle(lines);
    int first = 0;
    String title = signedTitle;
    String standfirst = null;
    if (title.isEmpty() && !lines.isEmpty() && isHeadline(lines.getFirst())) {
      title = lines.getFirst().text;
      first = 1;
    }
    if (first < lines.size() - 1 && isHeadline(lines.get(first)) && !isLabel(lines.get(first))) {
      boolean repeatsTitle = lines.get(first).text.equals(title);
      standfirst = repeatsTitle ? null : lines.get(first).text;
      first++;
    }
    return body(lines, first, title, standfirst);
  }

  private Parts body(List<Block> lines, int first, String title, @Nullable String standfirst) {
    var paragraphs = new ArrayList<String>();
    var dropped = new ArrayList<Dropped>();
    var related = new ArrayList<Link>();
    Dropped.Kind section = null;
    for (Block line : lines.subList(first, lines.size())) {
      Dropped.Kind said = said(line);
      boolean prose = line.isParagraph() || (line.words >= 6 && line.shape.endsSentence());
      if (said == Dropped.Kind.AGGREGATOR_TRAILER || (said != null && !prose)) {
        section = said;
        dropped.add(new Dropped(said, line.text, paragraphs.size()));
        continue;
      }
      if (section != null && !prose) {
        String offered = line.text.replaceFirst("^[-–—•*·»>\\d.]+\\s+", "");
        related.add(new Link(offered, ""));
        dropped.add(new Dropped(Dropped.Kind.RELATED, line.text, paragraphs.size()));
        continue;
      }
      section = null;
      Teasers.Result cut = teasers.cut(line);
      for (String piece : cut.pieces()) {
        dropped.add(new Dropped(Dropped.Kind.READ_MORE, piece, paragraphs.size()));
      }
      related.addAll(cut.links());
      if (!cut.text().isEmpty()) {
        paragraphs.add(cut.text());
      }
    }
    return new Parts(title, standfirst, paragraphs, dropped, related);
  }

  /** The title that a sign-off repeats in brackets; empty when none does. */
  private String signedTitle(List<Block> lines) {
    for (Block line : lines) {
      int open = line.text.indexOf('(');
      int close = line.text.lastIndexOf(')');
      if (open > 0
          && close > open
          && phrases.matches(line.hashes, Dropped.Kind.AGGREGATOR_TRAILER)) {
        return line.text.substring(open + 1, close).strip();
      }
    }
    return "";
  }

  private boolean isLabel(Block line) {
    return said(line) != null;
  }

  private Dropped.@Nullable Kind said(Block line) {
    int found = phrases.match(line.hashes);
    for (Dropped.Kind kind :
        new Dropped.Kind[] {
          Dropped.Kind.AGGREGATOR_TRAILER,
          Dropped.Kind.RELATED,
          Dropped.Kind.NEWSLETTER,
          Dropped.Kind.COOKIE,
          Dropped.Kind.PAYWALL,
          Dropped.Kind.COPYRIGHT,
          Dropped.Kind.AD,
          Dropped.Kind.TAGS,
          Dropped.Kind.COMMENTS
        }) {
      if ((found & (1 << Phrases.KINDS.indexOf(kind))) != 0) {
        return kind;
      }
    }
    return null;
  }

  private static boolean isHeadline(Block line) {
    boolean question = line.words < PROSE_WORDS_MIN && line.shape.last() != '.';
    return line.words >= 2
        && line.words <= TITLE_WORDS_MAX
        && (question || !line.shape.endsSentence());
  }
}

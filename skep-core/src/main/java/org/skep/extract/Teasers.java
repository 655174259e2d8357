package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;
import org.skep.model.Link;

/**
 * Cuts teasers out of a paragraph at the right character: "Read more &lt;title&gt;" before, behind
 * or within the reporter's sentences, with or without a space behind it. A label alone is not
 * enough ("Read more books, she said"): it must be followed by a link, or by a title that runs into
 * the next sentence without a space. Immutable and thread-safe.
 */
final class Teasers {
  private static final int TITLE_WORDS_MIN = 2;
  private static final int LABEL_WORDS_MAX = 6;
  private final Phrases phrases;

  Teasers(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * A piece to cut.
   *
   * @param begin first UTF-16 unit
   * @param end one past the last
   * @param link what it offers; {@code null} when that has no address
   */
  record Cut(int begin, int end, @Nullable Link link) {}

  /**
   * A paragraph after the cuts.
   *
   * @param text what is left, maybe empty
   */
  record Result(String text, List<String> pieces, List<Link> links) {}

  /** The block's text without its teasers; the same text when it has none. */
  Result cut(Block block) {
    return apply(block.text, find(block));
  }

  /** A linked title without the label that stands in the link ("SEE ALSO: ..."). */
  String withoutLabel(String title) {
    return title.substring(innerLabel(title, WordHashes.of(title)));
  }

  private List<Cut> find(Block block) {
    var cuts = new ArrayList<Cut>();
    for (Block.Run run : block.links) {
      Cut cut = linked(block, run);
      if (cut != null) {
        cuts.add(cut);
      }
    }
    if (cuts.isEmpty()) {
      Cut glued = glued(block.text, block.hashes);
      if (glued != null) {
        cuts.add(glued);
      }
    }
    return cuts;
  }

  private @Nullable Cut linked(Block block, Block.Run run) {
    String text = block.text;
    String title = text.substring(run.begin(), run.end());
    long[] words = WordHashes.of(title);
    if (words.length < TITLE_WORDS_MIN) {
      return null;
    }
    int inner = innerLabel(title, words);
    if (inner > 0) {
      return new Cut(run.begin(), run.end(), link(title.substring(inner), run));
    }
    int label = labelBefore(text, run.begin());
    if (label < 0) {
      return null;
    }
    boolean whole = label == 0 && run.end() >= text.stripTrailing().length() - 1;
    boolean titleLike =
        Character.isUpperCase(text.charAt(run.begin()))
            || !Character.isLetter(text.charAt(run.begin()));
    return whole || titleLike ? new Cut(label, run.end(), link(title, run)) : null;
  }

  private static Link link(String title, Block.Run run) {
    return new Link(title.strip(), run.href());
  }

  /** Where the title begins behind a label within the link ("SEE ALSO: ..."); 0 for no label. */
  private int innerLabel(String title, long[] words) {
    int length =
        Math.max(
            phrases.lengthAt(words, 0, Dropped.Kind.READ_MORE),
            phrases.lengthAt(words, 0, Dropped.Kind.RELATED));
    int end = length == 0 ? -1 : endOfWords(title, length);
    if (end < 0 || end >= title.length()) {
      return 0;
    }
    int at = end;
    while (at < title.length() && title.charAt(at) == ' ') {
      at++;
    }
    boolean marked = at < title.length() && ":|>»–—".indexOf(title.charAt(at)) >= 0;
    return marked ? skipMarks(title, at) : 0;
  }

  /** Where a label that ends right before this position begins; -1 when there is none. */
  private int labelBefore(String text, int before) {
    int end = before;
    while (end > 0
        && (text.charAt(end - 1) == ' ' || ":|>»›→–—-(".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    int begin = end;
    int label = -1;
    for (int words = 1; words <= LABEL_WORDS_MAX && begin > 0; words++) {
      while (begin > 0 && !Character.isLetterOrDigit(text.charAt(begin - 1))) {
        begin--;
      }
      while (begin > 0 && isInner(text.charAt(begin - 1))) {
        begin--;
      }
      if (isLabel(text.substring(begin, end)) && opens(text, begin)) {
        label = begin;
      }
    }
    return label;
  }

  private boolean isLabel(String words) {
    long[] hashes = WordHashes.of(words);
    return hashes.length > 0
        && (phrases.lengthAt(hashes, 0, Dropped.Kind.READ_MORE) == hashes.length
            || phrases.lengthAt(hashes, 0, Dropped.Kind.RELATED) == hashes.length);
  }

  /** A label stands at the start of the paragraph or of a sentence, or is written like one. */
  private static boolean opens(String text, int begin) {
    if (begin == 0) {
      return true;
    }
    int at = begin - 1;
    while (at > 0 && (text.charAt(at) == ' ' || ">»›(-–—|".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at == 0
        || ".!?…”\"»)".indexOf(text.charAt(at)) >= 0
        || (Character.isUpperCase(text.charAt(begin)) && text.charAt(begin - 1) != ' ');
  }

  private static boolean isInner(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
  }

  /** A label and a title without an address, glued to the sentence that follows. */
  private @Nullable Cut glued(String text, long[] words) {
    int length = phrases.lengthAt(words, 0, Dropped.Kind.READ_MORE);
    if (length == 0 || !Character.isUpperCase(text.charAt(0))) {
      return null;
    }
    int label = endOfWords(text, length);
    int seam = seam(text, skipMarks(text, label));
    return seam < 0
        ? null
        : new Cut(0, seam, new Link(text.substring(skipMarks(text, label), seam).strip(), ""));
  }

  /** Where a sentence begins right behind a title's last character; -1 when nowhere. */
  static int seam(String text, int from) {
    for (int i = from + 1; i + 1 < text.length(); i++) {
      char left = text.charAt(i - 1);
      char right = text.charAt(i);
      boolean ends =
          Character.isLowerCase(left) || Character.isDigit(left) || ")]”’?!\"".indexOf(left) >= 0;
      boolean begins = Character.isUpperCase(right) || right == '“' || right == '„' || right == '«';
      if (ends && begins && !isOneName(text, i) && isSentence(text.substring(i))) {
        return i;
      }
    }
    return -1;
  }

  /** McDonald, iPhone, YouTube: a capital inside a name. */
  private static boolean isOneName(String text, int seam) {
    int begin = seam;
    while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    int end = seam;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (begin == seam || !Character.isLetter(text.charAt(seam))) {
      return false;
    }
    boolean capitalised = Character.isUpperCase(text.charAt(begin));
    String right = text.substring(seam, end).toLowerCase(Locale.ROOT);
    return capitalised ? right.length() > 3 || seam - begin <= 3 : seam - begin <= 1;
  }

  private static boolean isSentence(String text) {
    TextShape shape = TextShape.of(text);
    return shape.words() >= 4
        && shape.sentenceEnds() > 0
        && shape.capitalised() < shape.words() * 0.8;
  }

  private static int endOfWords(String text, int words) {
    int at = 0;
    for (int n = 0; n < words; n++) {
      while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static int skipMarks(String text, int from) {
    int at = Math.max(0, from);
    while (at < text.length()
        && (text.charAt(at) == ' ' || ":|>»›→–—-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static Result apply(String text, List<Cut> cuts) {
    if (cuts.isEmpty()) {
      return new Result(text, List.of(), List.of());
    }
    var left = new StringBuilder();
    var pieces = new ArrayList<String>();
    var links = new ArrayList<Link>();
    int at = 0;
    for (Cut cut : cuts) {
      if (cut.begin() < at) {
        continue;
      }
      left.append(text, at, cut.begin());
      pieces.add(text.substring(cut.begin(), cut.end()).strip());
      if (cut.link() != null) {
        links.add(cut.link());
      }
      at = cut.end();
    }
    left.append(text, at, text.length());
    String rest = left.toString().replaceAll("\\s+", " ").strip();
    boolean words = rest.chars().anyMatch(Character::isLetterOrDigit);
    return new Result(words ? rest : "", pieces, links);
  }
}

package org.skep.accounts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skep.language.LanguagePack;
import org.skep.model.Account.Side;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.text.Quotations;
import org.skep.text.Quotations.Segment;
import org.skep.text.Sentences;
import org.skep.text.Tokens;

/**
 * One article as the account finder reads it: its tokens, where its sentences begin, and who says
 * what stands at a place. Not thread-safe; lives for one question.
 */
final class Sides {
  private static final int SAYS_CHARS_MAX = 240;

  final Analysis analysis;
  final Article article;
  final LanguagePack pack;
  final Tokens tokens;
  private final int[] sentences;

  Sides(Analysis analysis, LanguagePack pack) {
    this.analysis = analysis;
    this.pack = pack;
    article = analysis.article();
    tokens = Tokens.of(article.text());
    List<Segment> segments = Quotations.of(article.text(), pack.has("dialogue-dash"));
    var blocks = new int[tokens.size()];
    for (Segment segment : segments) {
      int from = tokens.at(segment.open());
      if (segment.parent() < 0 && from < blocks.length) {
        blocks[from] = tokens.at(segment.close());
      }
    }
    sentences =
        Sentences.starts(
            tokens,
            article.text(),
            0,
            tokens.size(),
            t -> pack.isAbbreviation(tokens, t),
            t -> Math.max(t, blocks[t]));
  }

  /** The sentence around a place, as evidence. */
  Span sentence(int offset) {
    int token = Math.min(tokens.size() - 1, Math.max(0, tokens.at(offset + 1) - 1));
    int found = Arrays.binarySearch(sentences, token);
    int index = Math.min(found >= 0 ? found : -found - 2, sentences.length - 2);
    return article.span(
        tokens.begin(sentences[Math.max(0, index)]), tokens.end(sentences[index + 1] - 1));
  }

  /** Words of a sentence that carry meaning, lower-case and cut to a stem of six letters. */
  Set<String> meaning(Span span) {
    var words = new HashSet<String>();
    for (int t = tokens.at(span.begin()); t < tokens.size() && tokens.begin(t) < span.end(); t++) {
      String word = tokens.word(t);
      if (word.length() > 3
          && tokens.shape(t) != Tokens.Shape.MARK
          && tokens.shape(t) != Tokens.Shape.NUMBER
          && pack.classes(word) == 0) {
        words.add(word.length() > 6 ? word.substring(0, 6) : word);
      }
    }
    return words;
  }

  String outlet() {
    return article.publisher() == null ? article.outlet() : article.publisher();
  }

  /** Who vouches for what stands at a span: the innermost quote's speaker, else the outlet. */
  String by(Span span) {
    String by = outlet();
    int size = Integer.MAX_VALUE;
    for (Quote quote : analysis.quotes()) {
      for (Span piece : quote.content()) {
        if (quote.speaker() != null
            && piece.begin() <= span.begin()
            && span.end() <= piece.end()
            && piece.end() - piece.begin() < size) {
          size = piece.end() - piece.begin();
          by = quote.speaker();
        }
      }
    }
    return by;
  }

  Side side(String by, String says, int offset) {
    String short_ =
        says.length() <= SAYS_CHARS_MAX ? says : says.substring(0, SAYS_CHARS_MAX - 1) + "…";
    return new Side(by, short_, sentence(offset));
  }
}

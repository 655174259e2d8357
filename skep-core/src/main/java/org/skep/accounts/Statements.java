package org.skep.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.language.Stance;
import org.skep.language.WordClass;
import org.skep.model.Account;
import org.skep.model.Account.Side;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.text.Tokens;

/**
 * Statements of different speakers that say yes and no to the same question. A question is one of
 * the pack's ({@code stances.txt}: progress, agreement, responsibility ...); a negation close
 * before the word turns it round. Weak spot: irony, conditions, and questions not in the list; a
 * speaker who says both is left out.
 */
final class Statements {
  private static final int NEGATION_WORDS_MAX = 5;
  private static final double CONFIDENCE_MIN = 0.3;
  private static final int SIDES_MAX = 2;

  /** Words two sentences share, the question's among them, when the outlet's own words count. */
  private static final int SHARED_WORDS_MIN = 3;

  private Statements() {}

  /**
   * @param quote {@code null} for the outlet's own words
   */
  private record Voice(Sides sides, @Nullable Quote quote, String by, boolean affirms, int at) {
    double confidence() {
      return quote == null ? 0 : quote.confidence();
    }

    String says() {
      String text = sides.article.text();
      return quote == null ? sides.sentence(at).of(text) : quote.words(text);
    }
  }

  static List<Account> differing(List<Sides> story) {
    var byQuestion = new TreeMap<String, List<Voice>>();
    for (Sides sides : story) {
      for (Quote quote : sides.analysis.quotes()) {
        if (quote.speaker() != null && quote.confidence() >= CONFIDENCE_MIN) {
          voices(sides, quote, byQuestion);
        }
      }
      narration(sides, byQuestion);
    }
    var accounts = new ArrayList<Account>();
    byQuestion.forEach((question, voices) -> {
      Account account = account(question, voices);
      if (account != null) {
        accounts.add(account);
      }
    });
    return accounts;
  }

  private static void voices(Sides sides, Quote quote, Map<String, List<Voice>> byQuestion) {
    Tokens tokens = sides.tokens;
    for (Span piece : quote.content()) {
      int from = tokens.at(piece.begin());
      for (int t = from; t < tokens.size() && tokens.begin(t) < piece.end(); t++) {
        Stance stance = sides.pack.stance(tokens.word(t));
        String by = quote.speaker();
        if (stance == null
            || by == null
            || !quote.equals(innermost(sides, tokens.begin(t)))
            || open(sides, t, from)) {
          continue;
        }
        boolean affirms = stance.affirms() != negated(sides, t, from) != denied(sides, quote);
        byQuestion
            .computeIfAbsent(stance.about(), key -> new ArrayList<>())
            .add(new Voice(sides, quote, by, affirms, tokens.begin(t)));
      }
    }
  }

  /** What the outlet says in its own words, outside every quote. */
  private static void narration(Sides sides, Map<String, List<Voice>> byQuestion) {
    Tokens tokens = sides.tokens;
    for (int t = 0; t < tokens.size(); t++) {
      Stance stance = sides.pack.stance(tokens.word(t));
      if (stance == null || isQuoted(sides, tokens.begin(t))) {
        continue;
      }
      int from = tokens.at(sides.sentence(tokens.begin(t)).begin());
      if (!open(sides, t, from)) {
        byQuestion
            .computeIfAbsent(stance.about(), key -> new ArrayList<>())
            .add(
                new Voice(
                    sides,
                    null,
                    sides.outlet(),
                    stance.affirms() != negated(sides, t, from),
                    tokens.begin(t)));
      }
    }
  }

  private static boolean isQuoted(Sides sides, int offset) {
    return sides.analysis.quotes().stream()
        .flatMap(quote -> quote.content().stream())
        .anyMatch(piece -> piece.begin() <= offset && offset < piece.end());
  }

  /** A word inside a nested quote belongs to the inner speaker. */
  private static @Nullable Quote innermost(Sides sides, int offset) {
    Quote found = null;
    int size = Integer.MAX_VALUE;
    for (Quote quote : sides.analysis.quotes()) {
      for (Span piece : quote.content()) {
        if (piece.begin() <= offset
            && offset < piece.end()
            && piece.end() - piece.begin() < size
            && quote.speaker() != null) {
          size = piece.end() - piece.begin();
          found = quote;
        }
      }
    }
    return found;
  }

  private static boolean negated(Sides sides, int token, int from) {
    boolean negated = false;
    for (int t = token - 1; t >= Math.max(from, token - NEGATION_WORDS_MAX); t--) {
      if (isClauseEdge(sides, t)) {
        break;
      }
      negated |= sides.pack.is(sides.tokens.word(t), WordClass.NEGATION);
    }
    return negated;
  }

  /** A wish, a condition or a question answers nothing: "if we reach an agreement". */
  private static boolean open(Sides sides, int token, int from) {
    for (int t = token - 1; t >= Math.max(from, token - 10); t--) {
      if (isClauseEdge(sides, t)) {
        return false;
      }
      if (sides.pack.isModal(sides.tokens.word(t))
          || (sides.pack.is(sides.tokens.word(t), WordClass.INFINITIVE) && t == token - 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClauseEdge(Sides sides, int t) {
    if (sides.tokens.shape(t) != Tokens.Shape.MARK) {
      return false;
    }
    return ".;:!?—".indexOf(sides.article.text().charAt(sides.tokens.begin(t))) >= 0;
  }

  /** "X denied that ..." turns the statement round. */
  private static boolean denied(Sides sides, Quote quote) {
    for (Span cue : quote.cue()) {
      String word = cue.of(sides.article.text()).toLowerCase(java.util.Locale.ROOT);
      if (sides.pack.isDenial(word)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Account account(String question, List<Voice> voices) {
    var yes = side(voices, true);
    var no = side(voices, false);
    if (yes.isEmpty() || no.isEmpty()) {
      return null;
    }
    var sides = new ArrayList<Side>(yes);
    sides.addAll(no);
    return new Account(Account.Kind.STATEMENT, question, sides);
  }

  /** Whether another article says the opposite in a sentence about the same things. */
  private static boolean isAnswered(Voice voice, List<Voice> voices) {
    Set<String> own = voice.sides().meaning(voice.sides().sentence(voice.at()));
    return voices.stream()
        .filter(other -> other.affirms() != voice.affirms() && other.sides() != voice.sides())
        .anyMatch(other -> {
          var shared = new HashSet<>(other.sides().meaning(other.sides().sentence(other.at())));
          shared.retainAll(own);
          return shared.size() >= SHARED_WORDS_MIN;
        });
  }

  private static List<Side> side(List<Voice> voices, boolean affirms) {
    var sides = new ArrayList<Side>();
    var speakers = new ArrayList<String>();
    voices.stream()
        .filter(voice -> voice.affirms() == affirms)
        .filter(voice ->
            voices.stream().noneMatch(o -> o.affirms() != affirms && o.by().equals(voice.by())))
        .filter(voice -> voice.quote() != null || isAnswered(voice, voices))
        .sorted(Comparator.comparingDouble(voice -> -voice.confidence()))
        .forEach(voice -> {
          if (sides.size() < SIDES_MAX && !speakers.contains(voice.by())) {
            speakers.add(voice.by());
            sides.add(voice.sides().side(voice.by(), voice.says(), voice.at()));
          }
        });
    return sides;
  }
}

package org.skep.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skep.language.CueClass;
import org.skep.language.LanguagePack;
import org.skep.language.WordClass;
import org.skep.language.WordFile;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/**
 * How likely an attribution is right: a logistic model over some 20 signs of each candidate, about
 * how it was found, who speaks, and what the content looks like. Its weights are numbers in {@code
 * resources/org/skep/quotes/scorer.txt}, written by the trainer in skep-bench (decision 0005). Pure
 * and thread-safe.
 */
final class Scorer {
  private static final double LINK_DISCOUNT = 0.6;

  /** Of a link with quotation marks of its own: nobody doubts that it is speech. */
  private static final double QUOTED_LINK_DISCOUNT = 0.7;

  /** Taken off every sum: of quotes at a confidence, a few more than it says should be right. */
  private static final double CAUTION = 0.3;

  private static final String INSIDE = "inside ";

  /** Signs of a source that is not somebody else, or of nothing said yet. */
  private static final Set<String> NO_OTHER =
      Set.of(
          "source first person",
          "source it",
          "source relative",
          "source phrase",
          "modal",
          "negated",
          "form BASE",
          "question");

  /** The sign of speech inside a quotation that names nobody before it. */
  static final String NOBODY_NAMED = "nobody named";

  private static final String PRONOUN = "source pronoun";

  /** The language of the training data; cues of others have no weights of their own. */
  static final String TRAINED = "en";

  /** The sign of every cue of another language; the trainer teaches it beside each cue's own. */
  public static final String UNKNOWN_CUE = "cue of another language";

  /** Names of the two numbers that make sums over signs honest for articles not learnt from. */
  static final String CALIBRATION_SLOPE = "calibration slope";

  static final String CALIBRATION_OFFSET = "calibration offset";

  private final Map<String, Double> weights = new HashMap<>();
  private final double slope;
  private final double offset;

  Scorer() {
    for (String[] line : WordFile.read("/org/skep/quotes/scorer.txt")) {
      weights.put(line[0], Double.parseDouble(line[1]));
    }
    slope = weights.getOrDefault(CALIBRATION_SLOPE, 1.0);
    offset = weights.getOrDefault(CALIBRATION_OFFSET, 0.0);
  }

  /**
   * 0 to 1. A link of a chain, speech reported inside a quotation or in another's report, is
   * weighed as if it stood alone, with a discount: training data leave it out more often than not.
   */
  double confidence(Draft draft, boolean enclosed, List<String> signs, LanguagePack pack) {
    boolean nested = draft.level >= 0;
    double link =
        (nested || enclosed) && isLink(draft, pack) ? discount(draft) * outer(signs, pack) : 0;
    return nested ? link : Math.max(link, confidence(signs, pack));
  }

  private static double discount(Draft draft) {
    return draft.quoted() ? QUOTED_LINK_DISCOUNT : LINK_DISCOUNT;
  }

  /**
   * Whether a draft is sure to be somebody else's speech: no wish, and no "he said" inside a
   * quotation that has not named him.
   */
  private static boolean isLink(Draft draft, LanguagePack pack) {
    if (draft.signs.contains(NOBODY_NAMED) && draft.signs.contains(PRONOUN)) {
      return false;
    }
    boolean said = draft.type == CueClass.CLAUSE || draft.type == CueClass.TOLD;
    boolean sure =
        switch (draft.pattern) {
          case THAT, QUOTE_LEFT, QUOTE_RIGHT, QUOTE_SPLIT, COLON, CLAUSE -> said;
          case TO, OBJECT -> said || isPromise(draft, pack);
          default -> false;
        };
    return sure && draft.signs.stream().noneMatch(NO_OTHER::contains);
  }

  /** "promised to", "urged to", but not "wants to": nobody need have said that. */
  private static boolean isPromise(Draft draft, LanguagePack pack) {
    String lemma = draft.lemma;
    return draft.type == CueClass.TO
        && lemma != null
        && pack.cuesFrom(lemma).stream().noneMatch(cue -> cue.type() == CueClass.ATTITUDE);
  }

  /** The confidence of the same signs in a main clause, outside another's report. */
  private double outer(List<String> signs, LanguagePack pack) {
    return confidence(
        signs.stream()
            .filter(sign -> !sign.contains("before subject ") && !sign.contains("cue number "))
            .map(sign -> sign.startsWith(INSIDE) ? sign.substring(INSIDE.length()) : sign)
            .toList(),
        pack);
  }

  /** 0 to 1. */
  private double confidence(List<String> signs, LanguagePack pack) {
    double sum = 0;
    for (String sign : signs) {
      Double weight = weights.get(sign);
      sum += pack.trust(sign) + (weight == null ? 0 : weight);
    }
    return 1 / (1 + Math.exp(CAUTION - slope * sum - offset));
  }

  /** What speaks for and against a candidate; names of features of the model. */
  static List<String> signs(
      Reading reading, Draft draft, boolean enclosed, SpeakerKind kind, boolean named) {
    var signs = new ArrayList<String>(32);
    String pattern = draft.pattern.name();
    String type = draft.type == null ? "NONE" : draft.type.name();
    String place = enclosed && draft.level < 0 ? INSIDE : "";
    signs.add("bias");
    signs.add(place + pattern);
    signs.add(place + pattern + " " + type);
    String form = "source none";
    for (String sign : draft.signs) {
      signs.add(sign);
      signs.add(pattern + " " + sign);
      if (sign.startsWith("source ")) {
        form = sign;
      }
    }
    signs.add(type + " " + form);
    signs.add(place + form);
    if (draft.lemma != null && !reading.pack.code().equals(TRAINED)) {
      signs.add(UNKNOWN_CUE);
    } else if (draft.lemma != null) {
      signs.add("cue " + draft.lemma);
      signs.add("cue " + draft.lemma + " " + pattern);
    }
    signs.add((named ? "named " : "unnamed ") + kind.label());
    content(reading, draft, pattern, place, signs);
    return signs;
  }

  private static void content(
      Reading reading, Draft draft, String pattern, String place, List<String> signs) {
    Tokens tokens = reading.tokens;
    int words = 0;
    int quoted = 0;
    for (int[] piece : draft.content) {
      for (int t = tokens.at(piece[0]); t < tokens.size() && tokens.begin(t) < piece[1]; t++) {
        if (tokens.shape(t) != Tokens.Shape.MARK) {
          words++;
          quoted += reading.segmentAt(t, draft.level) >= 0 ? 1 : 0;
        }
      }
    }
    String size = "words " + bucket(words);
    String marks = quoted == 0 ? "bare" : quoted == words ? "quoted" : "mixed";
    signs.add(pattern + " " + size);
    signs.add(place + pattern + " " + marks);
    signs.add(pattern + " " + marks + " " + size);
    signs.add("pieces " + Math.min(3, draft.content.size()));
    int first = tokens.at(draft.begin());
    signs.add(pattern + " opens " + opening(reading, first));
    if (draft.type != null) {
      signs.add(draft.type + " opens " + opening(reading, first));
    }
    if (draft.hasSource() && draft.cueBegin >= 0) {
      int from = tokens.at(draft.sourceEnd);
      int to = tokens.at(draft.cueBegin);
      signs.add("apart " + bucket(Math.abs(to - from)));
      signs.add(
          "source words " + bucket(tokens.at(draft.sourceEnd) - tokens.at(draft.sourceBegin)));
    }
    int last = tokens.at(draft.end());
    if (last < tokens.size()) {
      signs.add(
          pattern
              + " before "
              + (tokens.shape(last) == Tokens.Shape.MARK
                  ? tokens.word(last)
                  : opening(reading, last)));
    }
  }

  private static String bucket(int n) {
    return n <= 3
        ? Integer.toString(n)
        : n <= 5 ? "4" : n <= 8 ? "6" : n <= 15 ? "9" : n <= 30 ? "16" : "31";
  }

  private static String opening(Reading reading, int token) {
    if (token >= reading.tokens.size()) {
      return "end";
    }
    if (reading.tokens.shape(token) == Tokens.Shape.MARK) {
      return "mark";
    }
    for (WordClass wanted : OPENINGS) {
      if (reading.is(token, wanted)) {
        return wanted.name();
      }
    }
    return reading.tokens.isCapital(token)
        ? "capital"
        : reading.tokens.shape(token) == Tokens.Shape.NUMBER ? "number" : "word";
  }

  private static final WordClass[] OPENINGS = {
    WordClass.THAT,
    WordClass.INFINITIVE,
    WordClass.WH,
    WordClass.PRONOUN,
    WordClass.OBJECT,
    WordClass.POSSESSIVE,
    WordClass.DETERMINER,
    WordClass.SUBORDINATOR,
    WordClass.PREPOSITION,
    WordClass.CONJUNCTION,
    WordClass.AUXILIARY,
    WordClass.ADVERB,
  };
}

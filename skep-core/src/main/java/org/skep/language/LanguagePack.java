package org.skep.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.text.Tokens;

/**
 * What Skep knows of one language: its closed-class words, its cues of speech, its nouns for people
 * and papers, its numbers and dates. All of it is text under {@code resources/language/CODE}; a
 * language is added without Java. Immutable and thread-safe once loaded.
 */
public final class LanguagePack {
  /** Shorter words end too many others to be the head of a compound. */
  private static final int COMPOUND_HEAD_MIN = 4;

  private final String code;
  private final Map<String, Long> words = new HashMap<>();
  private final Map<String, List<Cue>> cues = new HashMap<>();
  private final Map<String, List<Noun>> nouns = new HashMap<>();
  private final NounTails tails = new NounTails();
  private final Map<String, List<Quantity>> quantities = new HashMap<>();
  private final Map<String, Stance> stances = new HashMap<>();
  private final Map<String, Double> trust = new HashMap<>();
  private final Map<String, Integer> weekdays = new HashMap<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Set<String> traits = new HashSet<>();
  private final Map<String, List<String>> endings = new HashMap<>();
  private final List<String> nounEndings = new ArrayList<>();
  private boolean compounds;
  private boolean ordinalDot;

  private LanguagePack(String code) {
    this.code = code;
  }

  /** Loads the pack of a language; {@code null} when there is none. */
  static @Nullable LanguagePack load(String code) {
    var pack = new LanguagePack(code);
    for (String[] line : WordFile.lines(code + "/words.txt")) {
      long mask = 0;
      for (String name : line[1].split(",", -1)) {
        mask |= WordClass.named(name).bit();
      }
      pack.words.merge(line[0], mask, (a, b) -> a | b);
    }
    for (String[] line : WordFile.lines(code + "/cues.txt")) {
      for (String form : line[2].split(" ", -1)) {
        pack.addCue(line[0], CueClass.named(line[1]), form);
      }
    }
    pack.cues.values().forEach(list -> list.sort(Cue.LONGEST_FIRST));
    for (String[] line : WordFile.lines(code + "/nouns.txt")) {
      pack.nouns
          .computeIfAbsent(line[0], key -> new ArrayList<>(1))
          .add(new Noun(Noun.Kind.named(line[1]), line.length > 2 ? line[2] : ""));
    }
    for (String[] line : WordFile.lines(code + "/numbers.txt")) {
      List<String> parts = List.of(line[0].split(" ", -1));
      pack.quantities
          .computeIfAbsent(parts.getFirst(), key -> new ArrayList<>(1))
          .add(new Quantity(Quantity.Kind.named(line[1]), parts, line[2]));
    }
    pack.quantities
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(q -> -q.words().size())));
    for (String[] line : WordFile.lines(code + "/stances.txt")) {
      pack.stances.put(line[0], new Stance(line[1], line[2].equals("+")));
    }
    for (String[] line : WordFile.lines(code + "/trust.txt")) {
      pack.trust.put(line[0], Double.parseDouble(line[1]));
    }
    for (String[] line : WordFile.lines(code + "/weekdays.txt")) {
      pack.weekdays.put(line[0], Integer.parseInt(line[1]));
    }
    for (String[] line : WordFile.lines(code + "/months.txt")) {
      pack.months.put(line[0], Integer.parseInt(line[1]));
    }
    for (String[] line : WordFile.lines(code + "/traits.txt")) {
      pack.traits.add(line[0]);
      if (line.length > 1) {
        pack.endings.put(line[0], List.of(line[1].split(" ", -1)));
      }
    }
    pack.compounds = pack.has("compounds");
    pack.ordinalDot = pack.has("ordinal-dot");
    pack.nounEndings.addAll(pack.endings.getOrDefault("noun-ending", List.of()));
    pack.nouns.forEach((word, list) -> list.forEach(noun -> pack.addTails(word, noun.kind())));
    return pack.words.isEmpty() ? null : pack;
  }

  private void addTails(String word, Noun.Kind kind) {
    tails.add(word, kind);
    nounEndings.forEach(ending -> tails.add(word + ending, kind));
  }

  private void addCue(String lemma, CueClass type, String form) {
    Cue.Form inflection =
        switch (form.charAt(0)) {
          case '*' -> Cue.Form.BASE;
          case '-' -> Cue.Form.GERUND;
          case '+' -> Cue.Form.PARTICIPLE;
          default -> Cue.Form.FINITE;
        };
    String bare = inflection == Cue.Form.FINITE ? form : form.substring(1);
    int apart = bare.indexOf('~');
    List<String> parts = List.of((apart < 0 ? bare : bare.substring(0, apart)).split("_", -1));
    boolean opens = bare.startsWith("~>", Math.max(0, apart));
    String tail = apart < 0 ? "" : bare.substring(apart + (opens ? 2 : 1));
    cues.computeIfAbsent(parts.getFirst(), key -> new ArrayList<>(1))
        .add(new Cue(lemma, type, parts, tail, opens, inflection));
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  /** Whether the language has a trait of {@code traits.txt} ("dialogue-dash"). */
  public boolean has(String trait) {
    return traits.contains(trait);
  }

  /** Whether a word has one of the endings that {@code traits.txt} lists under a name. */
  public boolean ends(String trait, String word) {
    for (String ending : endings.getOrDefault(trait, List.of())) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** The classes of a lower-case word as bits; 0 for an open-class word. */
  public long classes(String word) {
    return words.getOrDefault(word, 0L);
  }

  /** Whether those bits hold a class. */
  public static boolean is(long classes, WordClass wanted) {
    return (classes & wanted.bit()) != 0;
  }

  /** Whether a lower-case word belongs to a class. */
  public boolean is(String word, WordClass wanted) {
    return is(classes(word), wanted);
  }

  /** All words of a class. */
  public Set<String> words(WordClass wanted) {
    var found = new HashSet<String>();
    words.forEach((word, mask) -> {
      if (is(mask, wanted)) {
        found.add(word);
      }
    });
    return found;
  }

  /** The cues that begin with a word, longest first. */
  public List<Cue> cuesFrom(String word) {
    return cues.getOrDefault(word, List.of());
  }

  /** Whether a token is a form of a cue by itself. */
  public boolean isCueWord(String word) {
    return cues.containsKey(word);
  }

  /** What the words that begin with this one say of numbers and dates, longest first. */
  public List<Quantity> quantities(String word) {
    return quantities.getOrDefault(word, List.of());
  }

  /** What a word says about a question accounts disagree on; {@code null} for most words. */
  public @Nullable Stance stance(String word) {
    return stances.get(word);
  }

  /**
   * How much more (or less) a sign of an attribution is worth here than in the language the weights
   * were fitted in, in logits; set by hand in {@code trust.txt}, 0 for most signs.
   */
  public double trust(String sign) {
    return trust.isEmpty() ? 0 : trust.getOrDefault(sign, 0.0);
  }

  /** ISO number of a weekday, 0 for another word. Abbreviations do not count. */
  public int weekday(String word) {
    return word.length() < 5 ? 0 : weekdays.getOrDefault(word, 0);
  }

  /** Number of a month, 0 for another word. */
  public int month(String word) {
    return word.length() < 3 ? 0 : months.getOrDefault(word, 0);
  }

  /** Whether a cue's form is a noun as well ("claims", "reports"). */
  public boolean isNounCue(String word) {
    return isSpeechNoun(word) || nouns.containsKey(word);
  }

  /** Whether a noun names something said: claim, promise. */
  public boolean isSpeechNoun(String word) {
    for (Cue cue : cuesFrom(word)) {
      if (cue.type() == CueClass.NOUN) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word makes what follows less than a fact: would, may, könnte. */
  public boolean isModal(String word) {
    return is(word, WordClass.MODAL);
  }

  /** Whether a cue says no to its content. */
  public boolean isDenial(String word) {
    return is(word, WordClass.DENIAL);
  }

  /** Whether a word negates. */
  public boolean isNegation(String word) {
    return is(word, WordClass.NEGATION);
  }

  /** All cues, in no order. */
  public List<Cue> cues() {
    return cues.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The noun of that kind a word is; {@code null} when it is none. Inflected forms ({@code
   * noun-ending} in traits.txt), the last part of a hyphenated word, and in languages with
   * compounds the last part of a long word count.
   */
  public @Nullable Noun noun(String word, Noun.Kind kind) {
    Noun found = inflected(word, kind);
    if (found == null && word.indexOf('-') > 0) {
      found = inflected(word.substring(word.lastIndexOf('-') + 1), kind);
    }
    if (found == null && compounds && tails.may(word, kind)) {
      for (int begin = 2; found == null && begin + COMPOUND_HEAD_MIN <= word.length(); begin++) {
        found = inflected(word.substring(begin), kind);
      }
    }
    return found;
  }

  private @Nullable Noun inflected(String word, Noun.Kind kind) {
    if (!tails.may(word, kind)) {
      return null;
    }
    Noun found = exact(word, kind);
    for (int i = 0; found == null && i < nounEndings.size(); i++) {
      String ending = nounEndings.get(i);
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        found = exact(word.substring(0, word.length() - ending.length()), kind);
      }
    }
    return found;
  }

  private @Nullable Noun exact(String word, Noun.Kind kind) {
    List<Noun> known = nouns.get(word);
    for (int i = 0; known != null && i < known.size(); i++) {
      if (known.get(i).kind() == kind) {
        return known.get(i);
      }
    }
    return null;
  }

  /** Whether the full stop after a word may end no sentence. */
  public boolean isAbbreviation(Tokens tokens, int token) {
    String word = tokens.word(token);
    return (word.length() == 1 && tokens.isCapital(token))
        || word.indexOf('.') > 0
        || (ordinalDot && word.length() <= 2 && tokens.shape(token) == Tokens.Shape.NUMBER)
        || is(word, WordClass.ABBREVIATION);
  }
}

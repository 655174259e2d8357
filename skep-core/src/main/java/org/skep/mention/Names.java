package org.skep.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.model.Mention;
import org.skep.text.Sentences;
import org.skep.text.Tokens;

/**
 * Capitalised names, without a model: runs of capitalised words with inner particles and initials.
 * Titles and offices before a name are kept apart from it. A lone word that opens a sentence counts
 * only when the text prints it with a capital elsewhere too. In languages that print every noun
 * with a capital a name needs two words, a title, or a full form elsewhere.
 *
 * <p>Linear in the tokens. Weak spot: places and surnames look alike; only context tells.
 */
public final class Names {
  private static final int WORDS_MAX = 8;

  /**
   * One name.
   *
   * @param prefix first token of titles and offices before it; equals {@code from} without any
   * @param from first token of the name itself
   * @param to one past its last token
   * @param text the name, words parted by one space
   */
  public record Name(int prefix, int from, int to, String text, Mention.Kind kind) {
    /** How many words it has. */
    public int words() {
      return to - from;
    }

    /** Its last word as printed, lower-case. */
    public String surname() {
      return text.substring(text.lastIndexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Tokens tokens;
  private final String text;
  private final LanguagePack pack;
  private final boolean nounCapitals;
  private final Set<String> inside = new HashSet<>();
  private final Set<String> lower = new HashSet<>();
  private final Set<String> surnames = new HashSet<>();

  private Names(Tokens tokens, String text, LanguagePack pack) {
    this.tokens = tokens;
    this.text = text;
    this.pack = pack;
    nounCapitals = pack.has("noun-capitals");
  }

  /** The names in order of position. */
  public static List<Name> of(Tokens tokens, String text, LanguagePack pack) {
    var names = new Names(tokens, text, pack);
    names.survey();
    List<Name> found = names.scan();
    if (names.nounCapitals && names.learnSurnames(found)) {
      found = names.scan();
    }
    return found;
  }

  /** Words seen with a capital where no sentence begins, and words seen without. */
  private void survey() {
    for (int t = 0; t < tokens.size(); t++) {
      if (tokens.shape(t) == Tokens.Shape.LOWER) {
        lower.add(tokens.word(t));
      } else if (tokens.isCapital(t) && !opensSentence(t)) {
        inside.add(tokens.word(t));
      }
    }
  }

  /**
   * In languages that print every noun with a capital a surname counts once the full name stands.
   */
  private boolean learnSurnames(List<Name> found) {
    for (Name name : found) {
      if (name.words() >= 2 && name.kind() == Mention.Kind.PERSON) {
        surnames.add(name.surname());
      }
    }
    return !surnames.isEmpty();
  }

  private boolean opensSentence(int t) {
    if (t == 0 || newLine(t)) {
      return true;
    }
    int before = t - 1;
    while (before > 0
        && tokens.shape(before) == Tokens.Shape.MARK
        && !Sentences.isTerminal(tokens, before)
        && !tokens.isMark(before, ',')
        && !tokens.isMark(before, ')')
        && !tokens.isMark(before, ';')) {
      before--;
      if (newLine(before + 1)) {
        return true;
      }
    }
    return (tokens.shape(before) == Tokens.Shape.MARK
            && Sentences.isTerminal(tokens, before)
            && !(before > 0
                && tokens.isMark(before, '.')
                && pack.isAbbreviation(tokens, before - 1)))
        || (before < t - 1
            && tokens.shape(before) != Tokens.Shape.MARK
            && !tokens.isMark(before + 1, '-'));
  }

  private boolean newLine(int t) {
    if (t == 0) {
      return true;
    }
    return text.indexOf('\n', tokens.end(t - 1), tokens.begin(t)) >= 0;
  }

  private List<Name> scan() {
    var names = new ArrayList<Name>();
    for (int t = 0; t < tokens.size(); ) {
      if (!tokens.isCapital(t) || !begins(t)) {
        t++;
        continue;
      }
      int end = runEnd(t);
      int from = t;
      int core = core(from, end);
      if (core < end && isName(from, core, end)) {
        names.add(new Name(from, core, end, words(core, end), kind(from, core, end)));
      }
      t = Math.max(end, t + 1);
    }
    return names;
  }

  private boolean begins(int t) {
    long classes = pack.classes(tokens.word(t));
    boolean title = LanguagePack.is(classes, WordClass.TITLE);
    if (LanguagePack.is(classes, WordClass.NOT_NAME)) {
      return false;
    }
    if (classes != 0 && !title && !LanguagePack.is(classes, WordClass.ABBREVIATION)) {
      boolean closed =
          !LanguagePack.is(classes, WordClass.VERB)
              && (!LanguagePack.is(classes, WordClass.PARTICLE)
                  || LanguagePack.is(classes, WordClass.DETERMINER))
              && !LanguagePack.is(classes, WordClass.TIME);
      if (closed && (tokens.shape(t) != Tokens.Shape.UPPER || tokens.word(t).length() < 2)) {
        return false;
      }
      if (LanguagePack.is(classes, WordClass.TIME) && !isFirstName(t)) {
        return false;
      }
    }
    return !opensSource(t);
  }

  /** "Julio Prieto" where months have no capital. */
  private boolean isFirstName(int t) {
    return pack.month(tokens.word(t)) > 0
        && !pack.has("month-capitals")
        && !nounCapitals
        && t + 1 < tokens.size()
        && tokens.shape(t + 1) == Tokens.Shape.CAPITAL;
  }

  /** "Zdaniem Róży Pawlak": a word of attribution that opens a sentence, and the name behind it. */
  private boolean opensSource(int t) {
    return t + 1 < tokens.size()
        && tokens.isCapital(t + 1)
        && opensSentence(t)
        && pack.cuesFrom(tokens.word(t)).stream()
            .anyMatch(cue -> cue.type() == CueClass.SOURCE && cue.words().size() == 1);
  }

  private int runEnd(int from) {
    int t = from + 1;
    int end = t;
    while (t < tokens.size() && t - from < WORDS_MAX && !newLine(t)) {
      if (tokens.isCapital(t) && adjacent(t)) {
        long classes = pack.classes(tokens.word(t));
        if (LanguagePack.is(classes, WordClass.TIME)
            || LanguagePack.is(classes, WordClass.NOT_NAME)) {
          break;
        }
        end = ++t;
      } else if (tokens.isMark(t, '.')
          && tokens.end(t - 1) == tokens.begin(t)
          && pack.isAbbreviation(tokens, t - 1)
          && t + 1 < tokens.size()
          && tokens.isCapital(t + 1)) {
        t++;
      } else if (pack.is(tokens.word(t), WordClass.PARTICLE)
          && tokens.shape(t) == Tokens.Shape.LOWER
          && (!nounCapitals
              || !pack.is(tokens.word(t), WordClass.DETERMINER)
              || pack.is(tokens.word(t - 1), WordClass.PARTICLE)) // "von der Leyen", no genitive
          && !(nounCapitals && isFullName(from, t)) // "Anna Lind vom Verband"
          && t + 1 < tokens.size()
          && (tokens.isCapital(t + 1) || pack.is(tokens.word(t + 1), WordClass.PARTICLE))) {
        t++;
      } else {
        break;
      }
    }
    return end;
  }

  /** Whether two words of a name or more stand before a token, after titles and offices. */
  private boolean isFullName(int from, int to) {
    int core = core(from, to);
    return to - core >= 2 && tokens.isCapital(to - 1) && tokens.isCapital(to - 2);
  }

  /** Marks between two words end a name, except the full stop of an initial. */
  private boolean adjacent(int t) {
    return tokens.shape(t - 1) != Tokens.Shape.MARK || tokens.isMark(t - 1, '.');
  }

  /** The first token after titles and offices. */
  private int core(int from, int end) {
    int core = from;
    for (int t = from; t < end - 1; t++) {
      String word = tokens.word(t);
      if (pack.is(word, WordClass.TITLE)
          || pack.noun(word, Noun.Kind.ROLE) != null
          || (nounCapitals && pack.noun(word, Noun.Kind.RELATION) != null)) {
        core = t + 1;
        if (core < end && tokens.isMark(core, '.')) {
          core++;
        }
      }
    }
    return core;
  }

  private boolean isName(int from, int core, int end) {
    String word = tokens.word(core);
    if (end - core == 1) {
      boolean bare = core == from;
      if (word.length() < 2 || (bare && nounCapitals && !standsOut(core))) {
        return false;
      }
      if (bare && (pack.is(word, WordClass.TITLE) || pack.noun(word, Noun.Kind.ROLE) != null)) {
        return false;
      }
      if (bare && !nounCapitals && opensSentence(core)) {
        return (inside.contains(word) && !lower.contains(word))
            || (tokens.shape(core) == Tokens.Shape.UPPER && word.length() > 1)
            || (!lower.contains(word)
                && pack.classes(word) == 0
                && !pack.isCueWord(word)
                && core + 1 < tokens.size()
                && tokens.shape(core + 1) == Tokens.Shape.LOWER
                && (pack.isCueWord(tokens.word(core + 1))
                    || pack.is(tokens.word(core + 1), WordClass.AUXILIARY)
                    || tokens.word(core + 1).equals("'s")));
      }
    }
    return true;
  }

  /** What tells a name from the nouns around it, which have capitals too; the dear sign last. */
  private boolean standsOut(int t) {
    return tokens.shape(t) == Tokens.Shape.UPPER
        || (surnames.contains(tokens.word(t)) && !determined(t))
        || speaksAlone(t)
        || pack.noun(tokens.word(t), Noun.Kind.ORGANIZATION) != null;
  }

  private boolean determined(int t) {
    return t > 0
        && (pack.is(tokens.word(t - 1), WordClass.DETERMINER)
            || pack.is(tokens.word(t - 1), WordClass.POSSESSIVE));
  }

  /** "Roth sagte", "sagte Roth.": one that speaks without an article, unless a noun of people. */
  private boolean speaksAlone(int t) {
    return speaks(t) && isUnlisted(tokens.word(t));
  }

  private boolean speaks(int t) {
    if (isSingularCue(t + 1) && (opensSentence(t) || tokens.isMark(t - 1, ','))) {
      return true;
    }
    boolean closes = t + 1 >= tokens.size() || tokens.shape(t + 1) == Tokens.Shape.MARK;
    return closes && isSingularCue(t - 1);
  }

  private boolean isUnlisted(String word) {
    return pack.classes(word) == 0
        && pack.noun(word, Noun.Kind.ROLE) == null
        && pack.noun(word, Noun.Kind.PEOPLE) == null
        && pack.noun(word, Noun.Kind.DOCUMENT) == null;
  }

  private boolean isSingularCue(int t) {
    if (t < 0 || t >= tokens.size() || tokens.isCapital(t) || tokens.word(t).endsWith("n")) {
      return false;
    }
    return pack.cuesFrom(tokens.word(t)).stream()
        .anyMatch(cue ->
            cue.form() == Cue.Form.FINITE
                && (cue.type() == CueClass.CLAUSE || cue.type() == CueClass.SOURCE));
  }

  private Mention.Kind kind(int from, int core, int end) {
    boolean organization = false;
    for (int t = core; t < end; t++) {
      organization |=
          pack.noun(tokens.word(t), Noun.Kind.ORGANIZATION) != null
              || (tokens.shape(t) == Tokens.Shape.UPPER
                  && tokens.word(t).length() > 1
                  && !pack.is(tokens.word(t), WordClass.ABBREVIATION));
    }
    boolean office =
        core > from
            || (from > 0
                && !newLine(from)
                && pack.noun(tokens.word(from - 1), Noun.Kind.ROLE) != null
                && tokens.shape(from - 1) != Tokens.Shape.MARK);
    if (office && !organization) {
      return Mention.Kind.PERSON;
    }
    if (organization
        || (from > 0 && pack.is(tokens.word(from - 1), WordClass.DETERMINER) && !nounCapitals)) {
      return Mention.Kind.ORGANIZATION;
    }
    return end - core >= 2 && end - core <= 4 ? Mention.Kind.PERSON : Mention.Kind.NAME;
  }

  private String words(int from, int end) {
    var words = new StringBuilder();
    for (int t = from; t < end; t++) {
      boolean mark = tokens.shape(t) == Tokens.Shape.MARK;
      if (!words.isEmpty() && !mark) {
        words.append(' ');
      }
      words.append(tokens.printed(t));
    }
    return words.toString();
  }
}

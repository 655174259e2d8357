package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.quotes.Draft.Pattern;

/**
 * Whom a sentence that reports nothing is about: "Ann was blunt." may open speech of hers, "The
 * rain went on." opens nobody's. Not thread-safe; lives for one article.
 */
final class Topics {
  private static final int TOPIC_UNITS_MAX = 8;

  private final Cast cast;
  private final boolean verbSecond;

  Topics(Reading reading, Cast cast) {
    this.cast = cast;
    verbSecond = reading.pack.has("verb-second");
  }

  /** Hands the floor whom a sentence is about; a quotation or a report is about nobody new. */
  void read(Stretch s, Floor floor, int number) {
    if (!isQuotation(s) && !(verbSecond && FreeReports.mood(s) != FreeReports.Mood.PLAIN)) {
      Phrase subject = verbSecond ? somebody(s) : person(s);
      if (subject != null || !s.isBlock(0)) { // "«Q», dice." is still about whom it was before
        floor.mention(subject == null ? null : source(s, subject), number);
      }
    }
  }

  private static boolean isQuotation(Stretch s) {
    for (int u = 0; u < s.size; u++) {
      if (s.isWord(u)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Phrase somebody(Stretch s) {
    var fields = new Fields(Syntax.of(s));
    Phrase subject = fields.main();
    return subject == null
            || s.is(subject.from(), WordClass.PRONOUN)
            || s.is(new MainVerb(s).at(), WordClass.PASSIVE)
            || subject.to() - subject.from() > TOPIC_UNITS_MAX
            || !fields.isSomebody(subject)
        ? null
        : subject;
  }

  private @Nullable Phrase person(Stretch s) {
    Phrase subject = subject(s);
    if (subject == null) {
      return null;
    }
    int from = s.token(subject.from());
    boolean pronoun =
        s.is(subject.from(), WordClass.PRONOUN) && !s.is(subject.from(), WordClass.IT);
    Name name = cast.firstNameIn(from, s.token(subject.to() - 1) + 1);
    if (name != null && s.reading.pack.has("drops-subject")) {
      return upTo(s, name, subject);
    }
    return pronoun
            || name != null
            || s.reading.pack.noun(s.word(subject.to() - 1), Noun.Kind.ROLE) != null
        ? subject
        : null;
  }

  /**
   * "Clara Moreno dirige la escuela": few verbs are known in these languages, so a word behind a
   * name that is no name and no part of one is taken for the verb.
   */
  private static Phrase upTo(Stretch s, Name name, Phrase subject) {
    for (int u = subject.from() + 1; u < subject.to(); u++) {
      if (s.token(u) == name.to() && s.isWord(u) && !s.is(u, WordClass.PREPOSITION)) {
        return new Phrase(subject.from(), u, subject.afterPreposition());
      }
    }
    return subject;
  }

  private static @Nullable Phrase subject(Stretch s) {
    return new Subjects(Syntax.of(s), new Findings(s)).main();
  }

  /** "The mayor issued this statement:" names whose words follow in the next paragraph. */
  static @Nullable Draft announcing(Stretch s) {
    Phrase subject = subject(s);
    return subject == null ? null : source(s, subject);
  }

  private static Draft source(Stretch s, Phrase subject) {
    var draft = new Draft(Pattern.ALONE, null, -1);
    draft.source(s.begin(subject.from()), s.end(subject.to() - 1));
    return draft;
  }
}

package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.quotes.Draft.Pattern;
import org.skep.text.Quotations.Segment;

/**
 * Verbs of saying without a subject, in languages that leave it out: "«Q», dice.", "Añadió que Q."
 * They go on about whoever the sentence before was about, else about the last that spoke. Where the
 * verb shows it ("powiedziała"), that has to be a man or a woman.
 */
final class DroppedSubjects {
  private static final int OPENING_UNITS_MAX = 6;

  /** So far back is looked for a name where only the verb tells who speaks. */
  private static final int NAMED_CHARS_MAX = 300;

  private final Reading reading;
  private final Cast cast;
  private final Floor floor;

  DroppedSubjects(Reading reading, Cast cast, Floor floor) {
    this.reading = reading;
    this.cast = cast;
    this.floor = floor;
  }

  /** "Además añadió que Q.": a sentence that opens with its verb. */
  @Nullable Draft report(Stretch s, int number) {
    var syntax = Syntax.of(s);
    var grammar = syntax.grammar();
    int limit = s.trimmedEnd();
    for (int u = 0; u < Math.min(limit, OPENING_UNITS_MAX); u++) {
      Cue said = grammar.cueAt(u, CueClass.CLAUSE);
      if (said != null && isFinite(s, said, u)) {
        int to = u + said.words().size();
        int next = syntax.clauses().skipAddressee(CueClass.CLAUSE, to, limit);
        int begin = s.isMark(next, ',') || s.isMark(next, ':') ? next + 1 : next;
        boolean that = s.is(begin, WordClass.THAT);
        boolean spoken = s.isBlock(begin) && (begin == to || s.isMark(next, ':'));
        Source owner = that || spoken ? owner(said, number, s.begin(0)) : null;
        if (owner == null || begin >= limit) {
          return null;
        }
        Draft draft = draft(that ? Pattern.THAT : Pattern.QUOTE_RIGHT, owner);
        draft.lemma = said.lemma();
        draft.cue(s.begin(u), s.end(to - 1));
        draft.addContent(s.begin(begin), s.end(limit - 1));
        return draft;
      }
      boolean passed =
          grammar.isBetween(u)
              || s.is(u, WordClass.CONJUNCTION)
              || s.is(u, WordClass.TIME)
              || s.is(u, WordClass.DETERMINER)
              || s.is(u, WordClass.OBJECT)
              || s.is(u, WordClass.PREPOSITION)
              || s.isMark(u, ',');
      if (!passed) {
        return null;
      }
    }
    return null;
  }

  private static boolean isFinite(Stretch s, Cue said, int u) {
    return said.form() == Cue.Form.FINITE
        || (said.form() == Cue.Form.PARTICIPLE && s.is(u - 1, WordClass.AUXILIARY));
  }

  /** "«Q», dice." */
  @Nullable Draft said(Stretch s, int u, Segment segment, int number) {
    var grammar = Syntax.of(s).grammar();
    int verb = u + 1;
    while (s.isMark(verb, ',') || s.isDash(verb) || grammar.isBetween(verb)) {
      verb++;
    }
    Cue said = grammar.cueAt(verb, CueClass.CLAUSE);
    Source owner = said == null ? null : owner(said, number, segment.open());
    if (said == null || owner == null) {
      return null;
    }
    int to = verb + said.words().size();
    int further = Syntax.of(s).clauses().blockAt(to, s.size);
    Draft draft = draft(Pattern.QUOTE_LEFT, owner);
    draft.cue(s.begin(verb), s.end(to - 1));
    draft.addContent(segment.open(), segment.close());
    if (further >= 0) {
      draft.addContent(s.begin(further), s.end(further));
    }
    return draft;
  }

  private static Draft draft(Pattern pattern, Source owner) {
    var draft = new Draft(pattern, CueClass.CLAUSE, -1);
    draft.signs.add("source name");
    draft.signs.add("subject inherited");
    draft.source(owner.begin(), owner.end());
    return draft;
  }

  /** Where whoever speaks is mentioned. */
  private record Source(int begin, int end) {}

  /**
   * @param before offset before which whoever speaks was named
   */
  private @Nullable Source owner(Cue said, int number, int before) {
    Draft topic = floor.topic(number);
    Draft owner = topic == null ? floor.knownSince(number, 1) : topic;
    WordClass gender = gender(said.words().getFirst());
    int begin = owner == null ? Math.max(0, before - NAMED_CHARS_MAX) : owner.sourceBegin;
    int end = owner == null ? before : owner.sourceEnd;
    Name named = gender == null ? null : cast.lastPersonIn(begin, end, gender);
    if (owner == null && named == null) {
      return null;
    }
    return named == null
        ? new Source(begin, end)
        : new Source(reading.tokens.begin(named.prefix()), reading.tokens.end(named.to() - 1));
  }

  private @Nullable WordClass gender(String verb) {
    return reading.pack.ends("she-verb-ending", verb)
        ? WordClass.SHE
        : reading.pack.ends("he-verb-ending", verb) ? WordClass.HE : null;
  }
}

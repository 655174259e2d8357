package org.skep.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguagePacks;
import org.skep.language.WordClass;
import org.skep.mention.NamedText;
import org.skep.model.Article;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

/**
 * Finds who said what in one article: direct, mixed and indirect speech, nested speech inside
 * quotations, each with the words that say so and the speaker's name where the article gives one.
 * Pure and thread-safe, linear in the text, about 1 ms for an article of 5 KB.
 *
 * <p>A quote's confidence says how likely its content and its speaker are right, judged on articles
 * its weights were not fitted on, and errs on the low side: of the quotes at .9, at least nine in
 * ten are right. It is lower for speech inside another's speech, which is judged by fewer examples.
 */
public final class QuoteFinder {
  /** The sign of a cue in a language without training data. */
  public static final String UNKNOWN_CUE = Scorer.UNKNOWN_CUE;

  /** The number in the weights that stretches the sum over signs. */
  public static final String CALIBRATION_SLOPE = Scorer.CALIBRATION_SLOPE;

  /** The number in the weights that shifts the sum over signs. */
  public static final String CALIBRATION_OFFSET = Scorer.CALIBRATION_OFFSET;

  private static final int ALIAS_CHARS_MAX = 60;

  /** Below it a quote is more likely wrong than worth showing. */
  private static final double CONFIDENCE_MIN = 0.28;

  /** Words in quotation marks are somebody's, even where content or cue are doubtful. */
  private static final double SPOKEN_MIN = 0.25;

  /** The same in a language without training data, whose cues the scorer knows less of. */
  private static final double SPOKEN_UNTRAINED_MIN = 0.12;

  private final LanguagePacks packs = new LanguagePacks();
  private final Scorer scorer = new Scorer();

  /**
   * The quotes in order of position, and everybody they name.
   *
   * @param quotes each names a speaker of {@code speakers}, or nobody
   */
  public record Statements(List<Quote> quotes, List<Speaker> speakers) {
    public Statements {
      quotes = List.copyOf(quotes);
      speakers = List.copyOf(speakers);
    }
  }

  /**
   * A possible quote before the doubtful are dropped, with the signs the scorer weighs; what the
   * trainer learns from.
   *
   * @param nested whether it stands inside a quotation
   * @param alone whether words in quotation marks are all of it
   */
  public record Candidate(Quote quote, boolean nested, boolean alone, List<String> signs) {
    public Candidate {
      signs = List.copyOf(signs);
    }
  }

  /** All statements of the article. */
  public Statements find(Article article) {
    return find(article, NamedText.of(article, packs.of(article.language())));
  }

  /** As {@link #find(Article)}, of an article whose text was read before. */
  public Statements find(Article article, NamedText named) {
    var reading = new Reading(named);
    var cast = new Cast(reading);
    List<Candidate> candidates = candidates(article, reading, cast);
    return new Statements(kept(candidates, article.language()), speakers(article, cast));
  }

  /** Everything that might be a quote, in order of position. */
  public List<Candidate> candidates(Article article) {
    var reading = new Reading(NamedText.of(article, packs.of(article.language())));
    return candidates(article, reading, new Cast(reading));
  }

  /** The quotes worth showing; a dropped one hands its nested quotes to the one around it. */
  private static List<Quote> kept(List<Candidate> candidates, String language) {
    var place = new int[candidates.size()];
    var kept = new ArrayList<Quote>(candidates.size());
    for (int i = 0; i < place.length; i++) {
      place[i] = -1;
      Quote candidate = candidates.get(i).quote();
      if (candidate.confidence() >= confidenceMin(candidates.get(i), language)) {
        place[i] = kept.size();
        kept.add(candidates.get(i).quote());
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      Quote quote = kept.get(i);
      int within = quote.within();
      for (int steps = 0; within >= 0 && place[within] < 0 && steps < 4; steps++) {
        within = candidates.get(within).quote().within();
      }
      within = within < 0 ? -1 : place[within];
      if (within != quote.within()) {
        kept.set(
            i,
            new Quote(
                quote.type(),
                quote.content(),
                quote.cue(),
                quote.source(),
                quote.speaker(),
                quote.speakerKind(),
                within == i ? -1 : within,
                quote.confidence()));
      }
    }
    return kept;
  }

  /** "We wish you ..." outside quotation marks is the author's own voice, not a report. */
  private static double confidenceMin(Candidate candidate, String language) {
    if (candidate.quote().type() != Quote.Type.DIRECT
        && !candidate.nested()
        && candidate.signs().contains("source first person")) {
      return 1;
    }
    if (candidate.quote().type() == Quote.Type.DIRECT && candidate.alone()) {
      return language.equals(Scorer.TRAINED) ? SPOKEN_MIN : SPOKEN_UNTRAINED_MIN;
    }
    return CONFIDENCE_MIN;
  }

  private List<Candidate> candidates(Article article, Reading reading, Cast cast) {
    List<Draft> drafts = new Attributions(reading, cast).drafts();
    var resolver = new Resolver(reading, cast);
    drafts.sort(Comparator.comparingInt(Draft::begin).thenComparingInt(d -> -d.end()));
    int[] within = within(drafts);
    var speakers = new ArrayList<Member>();
    var resolved = new @Nullable Member[drafts.size()];
    var kinds = new SpeakerKind[drafts.size()];
    for (int i : byPosition(drafts)) {
      Draft draft = drafts.get(i);
      kinds[i] = SpeakerKind.UNKNOWN;
      if (!draft.hasSource()) {
        continue;
      }
      Member enclosing = within[i] < 0 ? null : resolved[within[i]];
      Member member =
          resolver.resolve(draft.sourceBegin, draft.sourceEnd, draft.level, speakers, enclosing);
      resolved[i] = member;
      kinds[i] = resolver.kindOf(draft.sourceBegin, draft.sourceEnd, member);
      if (member != null) {
        if (member.kind == SpeakerKind.UNKNOWN && kinds[i] == SpeakerKind.PERSON) {
          member.kind = SpeakerKind.PERSON;
        }
        member.speaks = true;
        if (draft.level < 0) {
          speakers.add(member);
        }
        if (names(reading, draft)) {
          member.alias(reading.text.substring(draft.sourceBegin, draft.sourceEnd));
        }
      }
    }
    var candidates = new ArrayList<Candidate>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Member member = resolved[i];
      var signs = Scorer.signs(reading, draft, within[i] >= 0, kinds[i], member != null);
      candidates.add(
          new Candidate(
              new Quote(
                  type(reading, draft),
                  draft.content.stream().map(p -> article.span(p[0], p[1])).toList(),
                  spans(article, draft.cueBegin, draft.cueEnd),
                  spans(article, draft.sourceBegin, draft.sourceEnd),
                  member == null ? null : member.name,
                  kinds[i],
                  within[i],
                  scorer.confidence(draft, within[i] >= 0, signs, reading.pack)),
              draft.level >= 0,
              draft.level < 0 && draft.quoted(),
              signs));
    }
    return candidates;
  }

  /** "She", "who" and "his" stand for a name and are none. */
  private static boolean names(Reading reading, Draft draft) {
    int from = reading.tokens.at(draft.sourceBegin);
    return draft.sourceEnd - draft.sourceBegin <= ALIAS_CHARS_MAX
        && !reading.is(from, WordClass.PRONOUN)
        && !reading.is(from, WordClass.OBJECT)
        && !reading.is(from, WordClass.POSSESSIVE)
        && !(reading.is(from, WordClass.RELATIVE)
            && reading.tokens.at(draft.sourceEnd) - from == 1);
  }

  private static List<Integer> byPosition(List<Draft> drafts) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < drafts.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingInt((Integer i) -> drafts.get(i).level >= 0 ? 1 : 0)
            .thenComparingInt(i ->
                drafts.get(i).hasSource() ? drafts.get(i).sourceBegin : drafts.get(i).begin()));
    return order;
  }

  private static List<Span> spans(Article article, int begin, int end) {
    return begin < 0 ? List.of() : List.of(article.span(begin, end));
  }

  /** The smallest earlier content that holds a draft's source, cue and content. */
  private static int[] within(List<Draft> drafts) {
    var within = new int[drafts.size()];
    for (int i = 0; i < within.length; i++) {
      within[i] = -1;
      Draft draft = drafts.get(i);
      int begin = draft.begin();
      int end = draft.end();
      if (draft.hasSource() && !draft.signs.contains("subject inherited")) {
        begin = Math.min(begin, draft.sourceBegin);
        end = Math.max(end, draft.sourceEnd);
      }
      if (draft.cueBegin >= 0) {
        begin = Math.min(begin, draft.cueBegin);
        end = Math.max(end, draft.cueEnd);
      }
      int size = Integer.MAX_VALUE;
      for (int j = Math.max(0, i - 20); j < Math.min(drafts.size(), i + 20); j++) {
        Draft other = drafts.get(j);
        for (int[] piece : other.content) {
          if (j != i
              && piece[0] <= begin
              && end <= piece[1]
              && piece[1] - piece[0] < size
              && (piece[1] - piece[0] > end - begin || j < i)) {
            size = piece[1] - piece[0];
            within[i] = j;
          }
        }
      }
    }
    return within;
  }

  private static Quote.Type type(Reading reading, Draft draft) {
    boolean quoted = false;
    boolean bare = false;
    for (int[] piece : draft.content) {
      int from = reading.tokens.at(piece[0]);
      int to = reading.tokens.at(piece[1]);
      for (int t = from; t < to; t++) {
        if (reading.tokens.shape(t) == org.skep.text.Tokens.Shape.MARK) {
          continue;
        }
        if (reading.segmentAt(t, draft.level) >= 0) {
          quoted = true;
        } else {
          bare = true;
        }
      }
    }
    return !quoted ? Quote.Type.INDIRECT : bare ? Quote.Type.MIXED : Quote.Type.DIRECT;
  }

  private static List<Speaker> speakers(Article article, Cast cast) {
    var speakers = new ArrayList<Speaker>();
    var names = new java.util.HashSet<String>();
    for (Member member : cast.members()) {
      if ((member.speaks || !member.offices.isEmpty()) && names.add(member.name)) {
        speakers.add(
            new Speaker(
                member.name,
                member.kind,
                member.aliases,
                member.offices.stream().map(Office::printed).toList(),
                member.evidence.stream().map(e -> article.span(e[0], e[1])).toList()));
      }
    }
    return speakers;
  }
}

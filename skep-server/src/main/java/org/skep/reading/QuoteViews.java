package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;
import org.skep.model.Quote;
import org.skep.store.ArticleRow;
import org.skep.store.PersonRows;
import org.skep.store.QuoteRow;

/**
 * Quotes for reading: the same words said once, with everybody who carries them, sorted under their
 * speakers. What is less sure than {@value #SURE_MIN} is not shown at all.
 */
final class QuoteViews {
  static final double SURE_MIN = 0.4;
  private static final int SPEAKERS_MAX = 40;
  private static final int QUOTES_MAX = 40;

  private final Lookup lookup;
  private final Map<Long, List<QuoteRow>> ofArticle = new HashMap<>();

  QuoteViews(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The same words, in the order given. */
  private record Carried(List<QuoteRow> rows) {}

  /**
   * By speaker: who is quoted in most independent reports comes first; nameless ones are left out.
   */
  List<SpeakerView> bySpeaker(List<QuoteRow> quotes) {
    index(quotes);
    var speakers = new LinkedHashMap<String, List<QuoteRow>>();
    for (QuoteRow quote : quotes) {
      String key = speakerKey(quote);
      if (key != null && quote.confidence() >= SURE_MIN) {
        speakers.computeIfAbsent(key, _ -> new ArrayList<>()).add(quote);
      }
    }
    return speakers.values().stream()
        .sorted((a, b) -> Long.compare(lineages(b), lineages(a)))
        .limit(SPEAKERS_MAX)
        .map(this::speaker)
        .toList();
  }

  /** Newest first, the same words once. */
  List<QuoteView> views(List<QuoteRow> quotes) {
    index(quotes);
    return once(quotes).stream()
        .map(this::view)
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing((QuoteView quote) -> quote.evidence().article().dated())
                .reversed())
        .toList();
  }

  private SpeakerView speaker(List<QuoteRow> quotes) {
    QuoteRow any = quotes.getFirst();
    List<QuoteView> views =
        once(quotes).stream().map(this::view).flatMap(List::stream).limit(QUOTES_MAX).toList();
    return new SpeakerView(lookup.person(any.person(), any.speaker(), any.kind()), views);
  }

  private static @Nullable String speakerKey(QuoteRow quote) {
    String speaker = quote.speaker();
    Long person = quote.person();
    if (person != null) {
      return "person " + person;
    }
    return speaker == null || speaker.isBlank() ? null : "name " + PersonRows.fold(speaker);
  }

  private long lineages(List<QuoteRow> quotes) {
    return quotes.stream()
        .map(quote -> lookup.row(quote.article()).map(ArticleRow::lineage).orElse(0L))
        .distinct()
        .count();
  }

  private static List<Carried> once(List<QuoteRow> quotes) {
    var byWords = new LinkedHashMap<String, Carried>();
    for (QuoteRow quote : quotes) {
      if (quote.confidence() >= SURE_MIN) {
        byWords
            .computeIfAbsent(
                speakerKey(quote) + " " + bare(quote.words()), _ -> new Carried(new ArrayList<>()))
            .rows()
            .add(quote);
      }
    }
    return List.copyOf(byWords.values());
  }

  /** Where the words are shown from: an original report before a copy, then the earliest. */
  private QuoteRow first(Carried carried) {
    return carried.rows().stream()
        .min(
            Comparator.comparing((QuoteRow quote) -> !original(quote))
                .thenComparing(QuoteRow::dated))
        .orElseThrow();
  }

  private boolean original(QuoteRow quote) {
    return lookup.row(quote.article()).map(row -> row.copy() == Copy.Kind.ORIGINAL).orElse(false);
  }

  /** Letters and digits alone: two printings of the same words differ in marks and spaces. */
  private static String bare(String words) {
    return PersonRows.fold(words).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private void index(List<QuoteRow> quotes) {
    quotes.forEach(
        quote -> ofArticle.computeIfAbsent(quote.article(), _ -> new ArrayList<>()).add(quote));
  }

  /** A list of one, or of none when the revision is gone. */
  private List<QuoteView> view(Carried carried) {
    QuoteRow quote = first(carried);
    return lookup
        .evidence(quote.span())
        .map(evidence ->
            List.of(
                new QuoteView(
                    quote.type(),
                    said(quote),
                    evidence.article().language(),
                    told(quote),
                    evidence,
                    carried.rows().stream()
                        .map(QuoteRow::article)
                        .distinct()
                        .filter(article -> article != quote.article())
                        .flatMap(article -> lookup.row(article).stream())
                        .map(lookup::ref)
                        .toList(),
                    quote.confidence())))
        .orElse(List.of());
  }

  /** The words as a page prints them: a direct quote gets the page's own marks. */
  private static String said(QuoteRow quote) {
    return quote.type() == Quote.Type.DIRECT ? bareOfMarks(quote.words()) : quote.words();
  }

  /** Without the marks around each piece; an ellipsis where the speaker's name stood between. */
  static String bareOfMarks(String words) {
    String joined = words.replaceAll(",?[\"”“»›’']\\s+[\"“„«‹‘']", " … ");
    String inner =
        joined.replaceFirst("^[\\s\"“”„«»‹›‘’']+", "").replaceFirst("[\\s\"“”„«»‹›‘’',]+$", "");
    return inner.isEmpty() ? words : inner;
  }

  private @Nullable String told(QuoteRow quote) {
    if (quote.within() < 0) {
      return null;
    }
    return ofArticle.getOrDefault(quote.article(), List.of()).stream()
        .filter(outer -> outer.index() == quote.within())
        .map(QuoteRow::speaker)
        .filter(Objects::nonNull)
        .filter(speaker -> !speaker.equals(quote.speaker()))
        .findFirst()
        .orElse(null);
  }
}

package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.store.ArticleRow;
import org.skep.store.QuoteRow;

/**
 * Quotes for reading: each once, with everybody who carries it, sorted under their speakers. What
 * is less sure than {@value #SURE_MIN} is not shown at all.
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

  /** By speaker: who is quoted in most independent reports comes first; nobody's are left out. */
  List<SpeakerView> bySpeaker(List<QuoteRow> quotes) {
    index(quotes);
    List<QuoteRow> sure = sure(quotes);
    var same = new SameQuotes(lookup, sure);
    var speakers = new LinkedHashMap<String, List<QuoteRow>>();
    for (QuoteRow quote : sure) {
      String speaker = same.speaker(quote);
      if (speaker != null) {
        speakers.computeIfAbsent(speaker, _ -> new ArrayList<>()).add(quote);
      }
    }
    return speakers.entrySet().stream()
        .sorted((a, b) -> Long.compare(lineages(b.getValue()), lineages(a.getValue())))
        .limit(SPEAKERS_MAX)
        .map(entry -> speaker(entry.getKey(), same.of(entry.getValue())))
        .toList();
  }

  /** Of one speaker, newest first, each quote once. */
  List<QuoteView> views(List<QuoteRow> quotes) {
    index(quotes);
    List<QuoteRow> sure = sure(quotes);
    return new SameQuotes(lookup, sure)
        .of(sure).stream()
            .flatMap(carried -> view(carried).stream())
            .sorted(
                Comparator.comparing((QuoteView quote) -> quote.evidence().article().dated())
                    .reversed())
            .toList();
  }

  private static List<QuoteRow> sure(List<QuoteRow> quotes) {
    return quotes.stream().filter(quote -> quote.confidence() >= SURE_MIN).toList();
  }

  private SpeakerView speaker(String key, List<SameQuotes.Carried> quotes) {
    QuoteRow named =
        quotes.stream()
            .flatMap(carried -> carried.rows().stream())
            .filter(quote -> key.equals(SameQuotes.own(quote)))
            .findFirst()
            .orElseThrow();
    return new SpeakerView(
        lookup.person(named.person(), named.speaker(), named.kind(), named.article()),
        quotes.stream().flatMap(carried -> view(carried).stream()).limit(QUOTES_MAX).toList());
  }

  private long lineages(List<QuoteRow> quotes) {
    return quotes.stream()
        .map(quote -> lookup.row(quote.article()).map(ArticleRow::lineage).orElse(0L))
        .distinct()
        .count();
  }

  private void index(List<QuoteRow> quotes) {
    quotes.forEach(
        quote -> ofArticle.computeIfAbsent(quote.article(), _ -> new ArrayList<>()).add(quote));
  }

  /** Empty when the revision is gone. */
  private Optional<QuoteView> view(SameQuotes.Carried carried) {
    QuoteRow quote = carried.shown();
    return lookup
        .evidence(quote.span())
        .map(evidence ->
            new QuoteView(
                quote.type(),
                opening(quote),
                said(quote),
                evidence.article().language(),
                told(quote),
                evidence,
                carriers(carried),
                quote.confidence()));
  }

  /** Every other article once, with its fullest printing. */
  private List<QuoteView.Carrier> carriers(SameQuotes.Carried carried) {
    var carriers = new LinkedHashMap<Long, QuoteView.Carrier>();
    QuoteRow shown = carried.shown();
    for (QuoteRow row : carried.rows()) {
      if (row.article() != shown.article() && !carriers.containsKey(row.article())) {
        lookup
            .row(row.article())
            .ifPresent(
                article -> carriers.put(row.article(), carrier(shown, row, lookup.ref(article))));
      }
    }
    return carriers.values().stream()
        .sorted(Comparator.comparing(carrier -> carrier.article().dated()))
        .toList();
  }

  private static QuoteView.Carrier carrier(QuoteRow shown, QuoteRow row, ArticleRef article) {
    Wording wording =
        Wording.of(Wording.words(shown.words()), Wording.words(row.words()))
            .orElse(Wording.ALTERED);
    return new QuoteView.Carrier(
        article,
        row.span().begin(),
        row.span().end(),
        wording,
        wording == Wording.SAME ? List.of() : WordDiff.between(said(shown), said(row)));
  }

  private static String said(QuoteRow quote) {
    return Saying.said(quote.type(), quote.words());
  }

  private String opening(QuoteRow quote) {
    return lookup
        .analysis(quote.article(), quote.span().revision())
        .filter(analysis -> quote.index() < analysis.quotes().size())
        .map(analysis ->
            Saying.opening(analysis.article().text(), analysis.quotes().get(quote.index())))
        .orElse("");
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

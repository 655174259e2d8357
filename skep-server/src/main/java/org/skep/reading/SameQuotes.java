package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;
import org.skep.model.Quote;
import org.skep.store.ArticleRow;
import org.skep.store.PersonRows;
import org.skep.store.QuoteRow;

/**
 * One quote in many articles: the same words, a part of them, or words somebody changed, by the
 * same speaker. Where carriers of the very same words name different speakers, the one that more
 * independent reports name has said them, and who names nobody follows. Quadratic in one speaker's
 * quotes.
 */
final class SameQuotes {
  private static final int VOTE_WORDS_MIN = 6;

  private final Lookup lookup;
  private final Map<List<String>, String> voted = new HashMap<>();

  /** A quote with all who carry it; the first is the one to show. */
  record Carried(List<QuoteRow> rows) {
    QuoteRow shown() {
      return rows.getFirst();
    }
  }

  private record Printed(QuoteRow row, List<String> words) {}

  /** The quotes whose carriers may vote. */
  SameQuotes(Lookup lookup, List<QuoteRow> quotes) {
    this.lookup = lookup;
    vote(quotes);
  }

  /** Who has said it: a person or a name; {@code null} for nobody. */
  @Nullable String speaker(QuoteRow quote) {
    String own = own(quote);
    return quote.type() == Quote.Type.INDIRECT
        ? own
        : voted.getOrDefault(Wording.words(quote.words()), own);
  }

  /** The speaker this printing names itself. */
  static @Nullable String own(QuoteRow quote) {
    String speaker = quote.speaker();
    Long person = quote.person();
    if (person != null) {
      return "person " + person;
    }
    return speaker == null || speaker.isBlank() ? null : "name " + PersonRows.fold(speaker);
  }

  /** The quotes of one speaker, each once. */
  List<Carried> of(List<QuoteRow> quotes) {
    var groups = new ArrayList<List<Printed>>();
    for (QuoteRow quote : quotes) {
      var printed = new Printed(quote, Wording.words(quote.words()));
      groups.stream()
          .filter(group -> same(group.getFirst(), printed))
          .findFirst()
          .orElseGet(() -> {
            var fresh = new ArrayList<Printed>();
            groups.add(fresh);
            return fresh;
          })
          .add(printed);
    }
    return groups.stream().map(this::carried).toList();
  }

  private static boolean same(Printed a, Printed b) {
    boolean marks = a.row.type() == Quote.Type.INDIRECT;
    return marks == (b.row.type() == Quote.Type.INDIRECT)
        && (Wording.of(a.words, b.words).isPresent() || Wording.of(b.words, a.words).isPresent());
  }

  /** An original report before a copy, then the fullest wording, then the earliest. */
  private Carried carried(List<Printed> group) {
    return new Carried(
        group.stream()
            .sorted(
                Comparator.comparing((Printed printed) -> !original(printed.row))
                    .thenComparingInt(printed -> -printed.words.size())
                    .thenComparing(printed -> printed.row.dated()))
            .map(Printed::row)
            .toList());
  }

  private boolean original(QuoteRow quote) {
    return lookup.row(quote.article()).map(row -> row.copy() == Copy.Kind.ORIGINAL).orElse(false);
  }

  private void vote(List<QuoteRow> quotes) {
    Map<List<String>, Map<String, Set<Long>>> votes = new LinkedHashMap<>();
    for (QuoteRow quote : quotes) {
      String speaker = own(quote);
      List<String> words = Wording.words(quote.words());
      if (speaker != null
          && quote.type() != Quote.Type.INDIRECT
          && words.size() >= VOTE_WORDS_MIN) {
        votes
            .computeIfAbsent(words, _ -> new LinkedHashMap<>())
            .computeIfAbsent(speaker, _ -> new HashSet<>())
            .add(lookup.row(quote.article()).map(ArticleRow::lineage).orElse(quote.article()));
      }
    }
    votes.forEach(
        (words, speakers) -> winner(speakers).ifPresent(speaker -> voted.put(words, speaker)));
  }

  /** Whom strictly more independent reports name than anybody else. */
  private static Optional<String> winner(Map<String, Set<Long>> speakers) {
    List<Map.Entry<String, Set<Long>>> ranked =
        speakers.entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
            .toList();
    boolean alone =
        ranked.size() == 1 || ranked.get(0).getValue().size() > ranked.get(1).getValue().size();
    return alone ? Optional.of(Objects.requireNonNull(ranked.get(0).getKey())) : Optional.empty();
  }
}

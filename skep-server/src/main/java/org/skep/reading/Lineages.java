package org.skep.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;
import org.skep.model.Span;
import org.skep.store.ArticleRow;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows;

/** Coverage collapsed by lineage: each original report with its copies folded under it. */
final class Lineages {
  private static final int PASSAGES_MAX = 6;
  private static final int PASSAGE_LENGTH_MAX = 500;

  private final Tx tx;
  private final Lookup lookup;

  Lineages(Tx tx, Lookup lookup) {
    this.tx = tx;
    this.lookup = lookup;
  }

  /** In order of the originals' time. */
  List<Lineage> of(List<ArticleRow> articles, List<StoryRow.Member> members, long user) {
    Map<Long, List<String>> reasons =
        members.stream()
            .collect(Collectors.toMap(StoryRow.Member::article, StoryRow.Member::reasons));
    var groups = new LinkedHashMap<Long, List<ArticleRow>>();
    articles.forEach(row -> groups.computeIfAbsent(row.lineage(), _ -> new ArrayList<>()).add(row));
    return groups.values().stream()
        .map(group -> lineage(group, reasons, user))
        .sorted(Comparator.comparing(lineage -> lineage.original().dated()))
        .toList();
  }

  /** The report the others repeat: the one marked so, else the earliest. */
  static ArticleRow root(List<ArticleRow> group) {
    return group.stream()
        .filter(row -> row.copy() == Copy.Kind.ORIGINAL)
        .findFirst()
        .orElse(group.getFirst());
  }

  private Lineage lineage(List<ArticleRow> group, Map<Long, List<String>> reasons, long user) {
    ArticleRow root = root(group);
    Map<Long, Copy> copies = copies(root.lineage());
    UserRows.Marks marks = tx.users().marks(user, root.id());
    return new Lineage(
        lookup.ref(root),
        marks.read(),
        marks.starred(),
        elsewhere(copies.get(root.id())),
        reasons.getOrDefault(root.id(), List.of()),
        group.stream()
            .filter(row -> row.id() != root.id())
            .map(row -> copy(row, root, Optional.ofNullable(copies.get(row.id()))))
            .toList());
  }

  Map<Long, Copy> copies(long lineage) {
    return tx.copies().lineage(lineage).stream()
        .collect(Collectors.toMap(Copy::article, Function.identity()));
  }

  private Lineage.@Nullable UnseenOrigin elsewhere(@Nullable Copy copy) {
    if (copy == null) {
      return null;
    }
    return copy.origins().stream()
        .filter(origin -> origin.article() == null || lookup.row(origin.article()).isEmpty())
        .findFirst()
        .map(origin -> new Lineage.UnseenOrigin(origin.name(), origin.evidence()))
        .orElse(null);
  }

  /** How one article repeats another. */
  CopyView copy(ArticleRow row, ArticleRow root, Optional<Copy> found) {
    return new CopyView(
        lookup.ref(row),
        row.copy(),
        found.map(Copy::retitled).orElse(false),
        Duration.between(root.dated(), row.dated()),
        found.map(Copy::inOrigin).orElse(0d),
        found.map(Copy::ofOrigin).orElse(0d),
        found.map(this::passages).orElse(List.of()),
        found.map(this::alterations).orElse(List.of()));
  }

  private List<CopyView.Alteration> alterations(Copy copy) {
    if (copy.alterations().isEmpty()) {
      return List.of();
    }
    Copy.Alteration any = copy.alterations().getFirst();
    return text(any.here())
        .flatMap(here -> text(any.there()).map(there -> Alterations.of(copy, here, there)))
        .orElse(List.of());
  }

  private Optional<String> text(Span span) {
    return lookup
        .analysis(span.article(), span.revision())
        .map(analysis -> analysis.article().text());
  }

  private List<CopyView.Passage> passages(Copy copy) {
    var passages = new ArrayList<CopyView.Passage>();
    for (Copy.Passage passage : copy.passages()) {
      if (passages.size() == PASSAGES_MAX) {
        break;
      }
      text(passage.here())
          .filter(text -> passage.here().end() <= text.length())
          .ifPresent(text ->
              passages.add(
                  new CopyView.Passage(
                      passage.here().begin(),
                      passage.here().end(),
                      passage.there().article(),
                      passage.there().begin(),
                      passage.there().end(),
                      Lookup.shorten(passage.here().of(text), PASSAGE_LENGTH_MAX))));
    }
    return passages;
  }
}

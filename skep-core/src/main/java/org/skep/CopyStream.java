package org.skep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.copies.Copies;
import org.skep.copies.CopyIndex;
import org.skep.model.Article;
import org.skep.model.Copy;

/**
 * The copies stage over a finite stream of articles, for data sets and tests: the same functions as
 * the pipeline's, without a store. Not thread-safe; keeps one row an article.
 */
public final class CopyStream {
  private final Copies copies = new Copies();
  private final CopyIndex index = new CopyIndex();
  private final Map<Long, Copy> rows = new HashMap<>();
  private final List<Long> order = new ArrayList<>();

  /** The article's row as it stands on arrival. */
  public Copy add(Article article) {
    var features = copies.features(article);
    var changed = copies.apply(index, copies.decide(features, index.lookup(features)));
    changed.forEach(row -> rows.put(row.article(), row));
    order.add(article.id());
    Copy row = rows.get(article.id());
    if (row == null) {
      throw new IllegalStateException("no row for article " + article.id());
    }
    return row;
  }

  /** All rows as they stand now, in order of arrival. */
  public List<Copy> settled() {
    return order.stream().map(rows::get).map(java.util.Objects::requireNonNull).toList();
  }
}

package org.skep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.skep.fuzz.Target;

/** What readers type into the search box, as far as Lucene's own query. */
public final class SearchTargets {
  private static final int WARNINGS_MAX = 12;
  private static final NewsAnalyzer ANALYZER = new NewsAnalyzer();

  private SearchTargets() {}

  public static List<Target> all() {
    return List.of(
        Target.ofText(
            "search",
            List.of(
                "bridge \"it holds\" -ice source:gazette said:\"not true\"",
                "(bridge OR harbour) is:unread after:2026-03 story:12 -(lang:de has:quote)"),
            List.of(
                "(",
                ")",
                "-",
                "\"",
                "“",
                "OR",
                " OR ",
                "AND",
                "*",
                "?",
                "~",
                "^",
                "source:",
                "said:",
                "before:",
                "2026-13",
                "is:",
                "story:",
                "speaker:",
                "label:",
                ":",
                "\\"),
            SearchTargets::search));
  }

  private static void search(String text) throws Exception {
    SearchQuery query = SearchQuery.parse(text);
    assertThat(query.warnings()).doesNotContainNull().hasSizeLessThanOrEqualTo(WARNINGS_MAX);
    var lucene = new LuceneQuery(ANALYZER, Marks.NONE).of(query.root());
    var nothing = new IndexSearcher(new MultiReader(new IndexReader[0]));
    assertThat(nothing.count(lucene)).isZero();
    String article = text + " A bridge holds. " + text;
    Snippet.best(ANALYZER, article, LuceneQuery.words(query.root()));
  }
}

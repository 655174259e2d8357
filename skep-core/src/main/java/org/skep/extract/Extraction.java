package org.skep.extract;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.model.Article;
import org.skep.model.Stated;

/** What became of a page. */
public sealed interface Extraction {
  /**
   * The page holds an article.
   *
   * @param blocks hashes of the page's text blocks, for {@link SiteProfile#learn}
   */
  record Found(Article article, List<Long> blocks) implements Extraction {
    public Found {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * It does not.
   *
   * @param evidence what was seen, in words an operator understands
   */
  record NotAnArticle(
      Reason reason, @Nullable String title, @Nullable Stated published, String evidence)
      implements Extraction {}

  /** Why a page is no article. */
  enum Reason {
    SECTION_FRONT,
    CONSENT_WALL,
    ERROR_PAGE,
    VIDEO_ONLY,
    TOO_SHORT,
    TOO_LARGE,
    NOT_HTML;

    /** As outputs spell it: {@code section-front}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

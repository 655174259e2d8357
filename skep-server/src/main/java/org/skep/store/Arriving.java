package org.skep.store;

import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Page;

/**
 * An analysed article on its way into the store, packed by the thread that analysed it.
 *
 * @param hash of the words; the same words again are no new revision
 * @param page the bytes it came from; {@code null} when they are not kept
 */
public record Arriving(Analysis analysis, String hash, byte[] packed, @Nullable KeptPage page) {
  /** Costs about as much as one deflate of the article's JSON, and of the page if it is kept. */
  public static Arriving of(Analysis analysis, @Nullable Page kept) {
    return new Arriving(
        analysis,
        hash(analysis.article()),
        Packed.pack(analysis),
        kept == null ? null : KeptPage.of(kept));
  }

  /** What makes two revisions of an article the same: title, standfirst and text. */
  public static String hash(Article article) {
    String standfirst = article.standfirst();
    return Hash.of(
        article.title() + '\n' + (standfirst == null ? "" : standfirst) + '\n' + article.text());
  }
}

package org.skep.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Dropped;
import org.skep.model.Post;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.reading.ArticleView.Block;

/**
 * An article's text as paragraphs of runs: each run is plain, said by somebody, or lit up; what was
 * cut stands between the paragraphs where a reader would have met it, the time of a live blog's
 * post above its first paragraph. Linear in the text and the quotes. Pure.
 */
final class Blocks {
  private final String text;
  private final int[] quoteAt;
  private final TreeMap<Integer, List<Integer>> ends = new TreeMap<>();
  private final int litBegin;
  private final int litEnd;

  private Blocks(Analysis analysis, int litBegin, int litEnd) {
    this.text = analysis.article().text();
    this.quoteAt = new int[text.length() + 1];
    this.litBegin = Math.clamp(litBegin, 0, text.length());
    this.litEnd = Math.clamp(litEnd, this.litBegin, text.length());
    List<Quote> quotes = analysis.quotes();
    for (int i = 0; i < quotes.size(); i++) { // an inner quote comes after its outer one and wins
      if (quotes.get(i).confidence() >= QuoteViews.SURE_MIN) {
        mark(quotes.get(i), i + 1);
      }
    }
  }

  /** The blocks of this analysis with the text from begin to end lit up; equal for nothing. */
  static List<Block> of(Analysis analysis, int litBegin, int litEnd) {
    Article article = analysis.article();
    return new Blocks(analysis, litBegin, litEnd).blocks(article.dropped(), article.posts());
  }

  private void mark(Quote quote, int number) {
    for (Span span : quote.content()) {
      if (span.end() <= text.length()) {
        Arrays.fill(quoteAt, span.begin(), span.end(), number);
      }
    }
    ends.computeIfAbsent(
            Math.min(quote.content().getLast().end(), text.length()), _ -> new ArrayList<>())
        .add(number);
  }

  private List<Block> blocks(List<Dropped> dropped, List<Post> posts) {
    Map<Integer, Post> beginning =
        posts.stream().collect(Collectors.toMap(Post::after, post -> post));
    var blocks = new ArrayList<Block>();
    int paragraph = 0;
    int at = 0;
    cuts(dropped, 0, 0, blocks);
    while (at < text.length()) {
      int end = text.indexOf("\n\n", at);
      end = end < 0 ? text.length() : end;
      if (end > at) {
        Post post = beginning.get(paragraph);
        if (post != null) {
          blocks.add(new Block.Posted(post.at()));
        }
        blocks.add(new Block.Paragraph(runs(at, end)));
        paragraph++;
        cuts(dropped, paragraph, paragraph, blocks);
      }
      at = end + 2;
    }
    cuts(dropped, paragraph + 1, Integer.MAX_VALUE, blocks);
    return blocks;
  }

  private static void cuts(List<Dropped> dropped, int from, int to, List<Block> blocks) {
    dropped.stream()
        .filter(cut -> cut.after() >= from && cut.after() <= to)
        .forEach(cut -> blocks.add(new Block.Cut(cut.kind(), cut.text())));
  }

  private List<Run> runs(int begin, int end) {
    var runs = new ArrayList<Run>();
    int at = begin;
    while (at < end) {
      int stop = at + 1;
      while (stop < end
          && quoteAt[stop] == quoteAt[at]
          && lit(stop) == lit(at)
          && !ends.containsKey(stop)) {
        stop++;
      }
      runs.add(new Run(text.substring(at, stop), quoteAt[at], false, lit(at)));
      for (int quote : ends.getOrDefault(stop, List.of())) {
        runs.add(new Run("", quote, true, false));
      }
      at = stop;
    }
    return runs;
  }

  private boolean lit(int at) {
    return at >= litBegin && at < litEnd;
  }
}

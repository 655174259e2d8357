package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Dropped;
import org.skep.model.Post;
import org.skep.model.Stated;
import org.skep.reading.ArticleView.Block;
import org.skep.store.Articles;

class BlocksTest {
  private static final String TEXT = "First. “We wait”, said Voss.\n\nSecond paragraph.";
  private static final Analysis ANALYSIS =
      Articles.quoting("https://wire.example/1", "Title", TEXT, "“We wait”", "Voss");

  @Test
  void aQuoteIsARunOfItsOwnAndItsNumberFollowsIt() {
    assertThat(runs(Blocks.of(ANALYSIS, 0, 0).getFirst()))
        .containsExactly(
            Run.plain("First. "),
            new Run("“We wait”", 1, false, false),
            new Run("", 1, true, false),
            Run.plain(", said Voss."));
  }

  @Test
  void evidenceIsLitUpAcrossQuotes() {
    String lit =
        runs(Blocks.of(ANALYSIS, 3, 12).getFirst()).stream()
            .filter(Run::lit)
            .map(Run::text)
            .collect(Collectors.joining());
    assertThat(lit).isEqualTo(TEXT.substring(3, 12));
  }

  @Test
  void nothingIsLostWhateverIsLit() {
    for (int begin = -1; begin < TEXT.length() + 2; begin++) {
      String text =
          Blocks.of(ANALYSIS, begin, begin + 5).stream()
              .map(block -> runs(block).stream().map(Run::text).collect(Collectors.joining()))
              .collect(Collectors.joining("\n\n"));
      assertThat(text).isEqualTo(TEXT);
    }
  }

  @Test
  void whatWasCutAndTheTimesOfPostsStandWhereTheyStood() {
    Article a = ANALYSIS.article();
    var cuts =
        List.of(
            new Dropped(Dropped.Kind.AD, "top", 0),
            new Dropped(Dropped.Kind.READ_MORE, "middle", 1),
            new Dropped(Dropped.Kind.SIGN_OFF, "end", 2),
            new Dropped(Dropped.Kind.OTHER, "beyond", 9));
    var article =
        new Article(
            a.id(),
            0,
            a.url(),
            a.outlet(),
            null,
            a.title(),
            null,
            List.of(),
            null,
            null,
            a.firstSeen(),
            "en",
            TEXT,
            null,
            false,
            List.of(),
            List.of(),
            cuts,
            List.of(
                new Post(1, new Stated(OffsetDateTime.parse("2026-03-01T21:05:00+01:00"), false))),
            List.of(),
            1);
    assertThat(Blocks.of(new Analysis(article, List.of(), List.of(), List.of(), List.of()), 0, 0))
        .extracting(block ->
            switch (block) {
              case Block.Cut cut -> cut.text();
              case Block.Posted posted -> posted.at().iso();
              case Block.Paragraph _ -> "paragraph";
            })
        .containsExactly(
            "top",
            "paragraph",
            "middle",
            "2026-03-01T21:05:00+01:00",
            "paragraph",
            "end",
            "beyond");
  }

  @Test
  void theSentenceIsShownAroundItsWords() {
    String text = "One. Two and three go on. Four.\n\nFive. Six.";
    int begin = text.indexOf("three");
    var sentence = Sentence.around(text, begin, begin + 5, "en");
    assertThat(sentence.before(begin)).isEqualTo("Two and ");
    assertThat(sentence.after(begin + 5)).isEqualTo(" go on.");
    for (int from = -2; from < text.length() + 3; from++) {
      for (int to = from; to < text.length() + 3; to += 7) {
        assertThat(Sentence.around(text, from, to, "xx").whole()).isNotNull();
      }
    }
  }

  private static List<Run> runs(Block block) {
    return block instanceof Block.Paragraph paragraph ? paragraph.runs() : List.of();
  }
}

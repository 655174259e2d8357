package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Span;
import org.skep.store.Articles;

/** What a copy changed between the passages it took over. */
class AlterationsTest {
  private static final String WIRE =
      "Forty ships wait off the harbour tonight. “We have no room at all,” said Ida Voss on the"
          + " quay.";
  private static final String POST =
      "Sixty ships wait off the harbour tonight. “We have no room,” said Ida Voss on the quay.";

  @Test
  void aChangedNumberAndWordsCutFromAQuoteAreFound() {
    Analysis wire = Articles.article("https://wire.example/1", "Ships", "12 x. " + WIRE);
    Analysis post =
        Articles.quoting(
            "https://post.example/1", "Ships", "14 x. " + POST, "We have no room", "Ida Voss");
    Copy copy =
        copy(
            post,
            wire,
            passage(post, wire, " x. "),
            passage(post, wire, " ships wait off the harbour tonight. “We have no room"),
            passage(post, wire, ",” said Ida Voss on the quay."));

    List<CopyView.Alteration> found = Alterations.of(copy, post, wire);

    assertThat(found)
        .extracting(CopyView.Alteration::kind, CopyView.Alteration::was, CopyView.Alteration::now)
        .containsExactly(
            tuple(CopyView.Alteration.Kind.WORDS, "Forty", "Sixty"),
            tuple(CopyView.Alteration.Kind.QUOTE, "at all", ""));
  }

  @Test
  void otherMarksAndSpacesAreNoChange() {
    Analysis wire = Articles.article("https://wire.example/1", "Ships", "Ships wait - all night");
    Analysis post = Articles.article("https://post.example/1", "Ships", "Ships wait, all night");
    Copy copy =
        copy(post, wire, passage(post, wire, "Ships wait"), passage(post, wire, "all night"));

    assertThat(Alterations.of(copy, post, wire)).isEmpty();
  }

  private static Copy.Passage passage(Analysis here, Analysis there, String words) {
    return new Copy.Passage(span(here, words), span(there, words));
  }

  private static Span span(Analysis analysis, String words) {
    int begin = analysis.article().text().indexOf(words);
    return analysis.article().span(begin, begin + words.length());
  }

  private static Copy copy(Analysis post, Analysis wire, Copy.Passage... passages) {
    long origin = wire.article().id();
    return new Copy(
        post.article().id(),
        origin,
        origin,
        List.of(),
        Copy.Kind.REWRITTEN,
        false,
        .9,
        .9,
        List.of(passages),
        List.of());
  }
}

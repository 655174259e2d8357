package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;

/** What somebody is, learnt from the words beside the name. */
class OfficesTest {
  private final QuoteFinder finder = new QuoteFinder();

  @Test
  void anOfficeStandsBeforeOrAfterTheName() {
    assertThat(roles("Finance Minister Ada Lund said the tide was late."))
        .containsExactly("Finance Minister");
    assertThat(roles("“It was late,” said Ada Lund, the city’s engineer."))
        .containsExactly("city’s engineer");
    assertThat(roles("Ada Lund, head of the pilots’ union, said the tide was late."))
        .containsExactly("head of the pilots’ union");
  }

  @Test
  void theNameMayStandBetweenCommasBehindTheOffice() {
    assertThat(roles("His chief negotiator, Petra Lind, described the talks as warm."))
        .containsExactly("chief negotiator");
    assertThat(roles("Nach dem Gespräch sagte Petra Lind, es sei spät.", "de")).isEmpty();
  }

  @Test
  void whoWorksForAPresidentIsNoPresident() {
    assertThat(roles("“We count,” said Petra Lind, the president’s press secretary."))
        .containsExactly("president’s press secretary");
    assertThat(roles("\"We count,\" said Petra Lind, the minister's chief of staff."))
        .containsExactly("minister's chief of staff");
  }

  private List<String> roles(String text) {
    return roles(text, "en");
  }

  private List<String> roles(String text, String language) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, language, null, Instant.EPOCH);
    return finder.find(article).speakers().getFirst().roles();
  }
}

package org.skep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.skep.model.Account;
import org.skep.model.Article;
import org.skep.model.Credit;
import org.skep.model.Dropped;
import org.skep.model.Fact;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.reading.Newsroom.Outcome;
import org.skep.reading.Sentence;

/**
 * What {@code skep read} prints on a terminal: the article first, then what was cut and what it
 * tells.
 */
final class ReadText {
  private static final int WIDTH = 80;
  private static final int CUT_CHARS_MAX = 140;

  private final Outcome.Found found;
  private final Article article;
  private final StringBuilder out = new StringBuilder();

  private ReadText(Outcome.Found found) {
    this.found = found;
    this.article = found.analysis().article();
  }

  static String of(Outcome.Found found) {
    var text = new ReadText(found);
    text.head();
    text.cuts();
    text.statements();
    text.accounts();
    text.facts();
    return text.out.toString().stripTrailing();
  }

  private void head() {
    wrapped("", article.title());
    var facts = new ArrayList<String>();
    String publisher = article.publisher();
    facts.add(publisher == null ? article.outlet() : publisher);
    facts.addAll(article.byline());
    var published = article.published();
    facts.add(published == null ? "" : published.iso());
    facts.add("language " + article.language());
    wrapped("", String.join(" · ", facts.stream().filter(fact -> !fact.isBlank()).toList()));
    wrapped("", "Origin: " + origin());
    String standfirst = article.standfirst();
    if (standfirst != null) {
      line("");
      wrapped("  ", standfirst);
    }
    for (String paragraph : article.text().split("\n\n")) {
      line("");
      wrapped("", paragraph);
    }
  }

  private String origin() {
    return article.credits().stream()
        .map(ReadText::origin)
        .reduce((one, other) -> one + "; " + other)
        .orElse("unknown (the page credits nobody)");
  }

  private static String origin(Credit credit) {
    return credit.name() + " (" + credit.evidence() + ")";
  }

  private void cuts() {
    heading("Cut", article.dropped().size());
    for (Dropped dropped : article.dropped()) {
      String text = dropped.text().replace('\n', ' ').strip();
      wrapped(
          "  " + dropped.kind().label() + ": ",
          text.length() > CUT_CHARS_MAX ? text.substring(0, CUT_CHARS_MAX) + "…" : text);
    }
  }

  private void statements() {
    List<Quote> quotes = found.analysis().quotes();
    heading("Who said what", quotes.size());
    var bySpeaker = new LinkedHashMap<String, List<Quote>>();
    for (Quote quote : quotes) {
      String speaker = quote.speaker();
      bySpeaker
          .computeIfAbsent(speaker == null ? "(nobody named)" : speaker, _ -> new ArrayList<>())
          .add(quote);
    }
    bySpeaker.forEach((speaker, said) -> {
      line("  " + speaker);
      said.forEach(this::statement);
    });
  }

  private void statement(Quote quote) {
    String words = quote.words(article.text()).replace('\n', ' ');
    String within =
        quote.within() < 0
            ? ""
            : ", told by " + found.analysis().quotes().get(quote.within()).speaker();
    wrapped(
        "    ",
        words + "  [" + quote.type().label() + within + ", " + percent(quote.confidence()) + "]");
    wrapped("      in: ", sentence(quote.content().getFirst()));
  }

  private void accounts() {
    heading("Accounts that differ", found.differs().size());
    for (Account account : found.differs()) {
      line("  " + account.about() + " (" + account.kind().name().toLowerCase(Locale.ROOT) + ")");
      for (Account.Side side : account.sides()) {
        wrapped("    " + side.by() + ": ", side.says());
        wrapped("      in: ", sentence(side.evidence()));
      }
    }
  }

  private void facts() {
    List<Fact> facts = found.analysis().facts();
    heading("Counted and dated", facts.size());
    for (Fact fact : facts) {
      wrapped("  " + fact.kind().label() + " " + fact.value() + ": ", fact.text());
      wrapped("      in: ", sentence(fact.span()));
    }
  }

  private String sentence(Span span) {
    return Sentence.around(article.text(), span.begin(), span.end(), article.language())
        .whole()
        .replace('\n', ' ');
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private void heading(String title, int count) {
    line("");
    line(
        "── " + title + " (" + count + ") " + "─".repeat(Math.max(0, WIDTH - title.length() - 10)));
  }

  /** Words wrapped at {@link #WIDTH}, later lines under the first word. */
  private void wrapped(String label, String words) {
    String indent =
        " ".repeat(label.length() - label.stripLeading().length() + (label.isBlank() ? 0 : 2));
    var current = new StringBuilder(label);
    for (String word : words.strip().split("\\s+")) {
      if (current.length() + word.length() + 1 > WIDTH && !current.toString().isBlank()) {
        line(current.toString());
        current = new StringBuilder(indent);
      }
      current
          .append(current.isEmpty() || current.charAt(current.length() - 1) == ' ' ? "" : " ")
          .append(word);
    }
    line(current.toString());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}

package org.skep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skep.extract.Extraction;
import org.skep.extract.ExtractionJson;
import org.skep.model.Account;
import org.skep.model.Span;
import org.skep.quotes.QuotesJson;
import org.skep.reading.Newsroom.Outcome;
import org.skep.reading.Sentence;

/**
 * What {@code skep read --json} prints: the lines of extract and quotes in one object, and the
 * accounts that differ.
 */
final class ReadJson {
  private ReadJson() {}

  static String of(Outcome.Found found) {
    var article = found.analysis().article();
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "article", ExtractionJson.fields(article.url(), new Extraction.Found(article, List.of())));
    json.putAll(QuotesJson.line(article.url(), found.analysis()));
    json.put(
        "accounts",
        found.differs().stream()
            .map(account -> account(account, article.text(), article.language()))
            .toList());
    return JsonLines.write(json);
  }

  private static Map<String, ?> account(Account account, String text, String language) {
    return Map.of(
        "kind", account.kind().name().toLowerCase(java.util.Locale.ROOT),
        "about", account.about(),
        "sides", account.sides().stream().map(side -> side(side, text, language)).toList());
  }

  private static Map<String, ?> side(Account.Side side, String text, String language) {
    Span span = side.evidence();
    return Map.of(
        "by", side.by(),
        "says", side.says(),
        "span", List.of(text.codePointCount(0, span.begin()), text.codePointCount(0, span.end())),
        "sentence", Sentence.around(text, span.begin(), span.end(), language).whole());
  }
}

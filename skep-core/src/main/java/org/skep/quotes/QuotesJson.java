package org.skep.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skep.model.Analysis;
import org.skep.model.Fact;
import org.skep.model.Quote;
import org.skep.model.Span;

/**
 * The line that {@code skep quotes} prints for an article, as plain maps and lists: quotes and
 * facts with their spans counted in Unicode code points. Pure and thread-safe; linear in the text.
 */
public final class QuotesJson {
  private QuotesJson() {}

  /** {id, quotes[...], facts[...]}. */
  public static Map<String, Object> line(Object id, Analysis analysis) {
    String text = analysis.article().text();
    int[] points = codePoints(text);
    var line = new LinkedHashMap<String, Object>();
    line.put("id", id);
    line.put("quotes", analysis.quotes().stream().map(q -> quote(q, points)).toList());
    line.put("facts", analysis.facts().stream().map(f -> fact(f, points)).toList());
    return line;
  }

  private static Map<String, Object> quote(Quote quote, int[] points) {
    var map = new LinkedHashMap<String, Object>();
    map.put("type", quote.type().label());
    map.put("content", spans(quote.content(), points));
    map.put("cue", spans(quote.cue(), points));
    map.put("source", spans(quote.source(), points));
    map.put("speaker", quote.speaker());
    map.put("speakerKind", quote.speakerKind().label());
    map.put("within", quote.within() < 0 ? null : quote.within());
    map.put("confidence", Math.round(quote.confidence() * 1000) / 1000.0);
    return map;
  }

  private static Map<String, Object> fact(Fact fact, int[] points) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", fact.kind().label());
    map.put("text", fact.text());
    map.put("value", fact.value());
    map.put("about", fact.about());
    map.put("span", span(fact.span(), points));
    return map;
  }

  private static List<List<Integer>> spans(List<Span> spans, int[] points) {
    var list = new ArrayList<List<Integer>>(spans.size());
    for (Span span : spans) {
      list.add(span(span, points));
    }
    return list;
  }

  private static List<Integer> span(Span span, int[] points) {
    return List.of(points[span.begin()], points[span.end()]);
  }

  /** For every UTF-16 offset how many code points lie before it. */
  private static int[] codePoints(String text) {
    var points = new int[text.length() + 1];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      points[i] = count;
      boolean pair =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      count += pair ? 0 : 1;
    }
    points[text.length()] = count;
    return points;
  }
}

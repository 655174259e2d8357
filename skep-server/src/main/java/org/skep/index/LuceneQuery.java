package org.skep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.skep.index.SearchQuery.Field;
import org.skep.index.SearchQuery.Node;
import org.skep.store.PersonRows;

/** A query tree as Lucene runs it. */
final class LuceneQuery {
  private static final float TITLE_BOOST = 3;
  private static final Query ARTICLES = new TermQuery(new Term(Documents.ARTICLE, "1"));

  private final Analyzer analyzer;
  private final Marks marks;

  LuceneQuery(Analyzer analyzer, Marks marks) {
    this.analyzer = analyzer;
    this.marks = marks;
  }

  Query of(Node node) {
    return switch (node) {
      case Node.All all -> all(all.nodes());
      case Node.Any any -> {
        var builder = new BooleanQuery.Builder();
        any.nodes().forEach(side -> builder.add(of(side), Occur.SHOULD));
        yield builder.build();
      }
      case Node.Not not -> all(List.of(not));
      case Node.Term term -> term(term);
    };
  }

  /** Words of the query that may be shown as found, of all parts that must match. */
  static List<String> words(Node node) {
    var words = new ArrayList<String>();
    collect(node, words);
    return words;
  }

  private Query all(List<Node> nodes) {
    if (nodes.isEmpty()) {
      return ARTICLES;
    }
    var builder = new BooleanQuery.Builder();
    boolean together = has(nodes, Field.SAID) && has(nodes, Field.SPEAKER);
    if (together) {
      builder.add(oneQuote(nodes), Occur.MUST);
    }
    for (Node node : nodes) {
      if (node instanceof Node.Not not) {
        builder.add(of(not.node()), Occur.MUST_NOT);
      } else if (!together || !ofQuote(node)) {
        builder.add(of(node), Occur.MUST);
      }
    }
    if (nodes.stream().allMatch(Node.Not.class::isInstance)) {
      builder.add(ARTICLES, Occur.MUST);
    }
    return builder.build();
  }

  /** What is said and by whom, of the same quote. */
  private Query oneQuote(List<Node> nodes) {
    var builder = new BooleanQuery.Builder();
    for (Node node : nodes) {
      if (node instanceof Node.Term term && ofQuote(node)) {
        String field = term.field() == Field.SAID ? Documents.QUOTE_SAID : Documents.QUOTE_SPEAKER;
        builder.add(words(field, term), Occur.MUST);
      }
    }
    return new ToParentBlockJoinQuery(
        builder.build(), new QueryBitSetProducer(ARTICLES), ScoreMode.None);
  }

  private static boolean has(List<Node> nodes, Field field) {
    return nodes.stream().anyMatch(node -> node instanceof Node.Term term && term.field() == field);
  }

  private static boolean ofQuote(Node node) {
    return node instanceof Node.Term term
        && (term.field() == Field.SAID || term.field() == Field.SPEAKER);
  }

  private Query term(Node.Term term) {
    String text = term.text();
    String lower = text.toLowerCase(Locale.ROOT);
    return switch (term.field()) {
      case ANY -> anywhere(term);
      case TITLE -> words(Documents.TITLE, term);
      case SOURCE -> words(Documents.SOURCE, term);
      case SPEAKER -> words(Documents.SPEAKER, term);
      case SAID -> words(Documents.SAID, term);
      case LANG -> exactly(Documents.LANG, lower);
      case STORY -> exactly(Documents.STORY, text);
      case PERSON -> exactly(Documents.PERSON, PersonRows.fold(text));
      case BEFORE ->
          SearchDates.parse(text)
              .map(day -> dated(Long.MIN_VALUE, day.from().toEpochMilli() - 1))
              .orElse(MatchNoDocsQuery.INSTANCE);
      case AFTER ->
          SearchDates.parse(text)
              .map(day -> dated(day.until().toEpochMilli(), Long.MAX_VALUE))
              .orElse(MatchNoDocsQuery.INSTANCE);
      case LABEL -> among(marks.labelled(text));
      case IS -> is(lower);
      case HAS -> exactly(Documents.FLAG, lower);
    };
  }

  private Query anywhere(Node.Term term) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(words(Documents.TITLE, term), TITLE_BOOST), Occur.SHOULD)
        .add(words(Documents.TEXT, term), Occur.SHOULD)
        .build();
  }

  private Query is(String flag) {
    return switch (flag) {
      case SearchFlags.STARRED -> among(marks.starred());
      case SearchFlags.READ -> among(marks.read());
      case SearchFlags.UNREAD ->
          new BooleanQuery.Builder()
              .add(ARTICLES, Occur.MUST)
              .add(among(marks.read()), Occur.MUST_NOT)
              .build();
      default -> exactly(Documents.FLAG, flag);
    };
  }

  /** Words that hang together ("e-mail") are a phrase too: they were written that way. */
  private Query words(String field, Node.Term term) {
    boolean prefix = !term.phrase() && term.text().endsWith("*");
    List<String> tokens = tokens(field, term.text());
    if (tokens.isEmpty()) {
      return new MatchNoDocsQuery("no letters or digits in " + term.text());
    }
    if (tokens.size() > 1) {
      return new PhraseQuery(field, tokens.toArray(String[]::new));
    }
    var word = new Term(field, tokens.getFirst());
    return prefix ? new PrefixQuery(word) : new TermQuery(word);
  }

  private List<String> tokens(String field, String text) {
    var tokens = new ArrayList<String>();
    try (var stream = analyzer.tokenStream(field, text)) {
      var word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(word.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return tokens;
  }

  private static Query exactly(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }

  private static Query dated(long from, long until) {
    return LongField.newRangeQuery(Documents.DATED, from, until);
  }

  private static Query among(List<Long> ids) {
    return LongField.newSetQuery(Documents.ID, ids.stream().mapToLong(Long::longValue).toArray());
  }

  private static void collect(Node node, List<String> words) {
    switch (node) {
      case Node.All all -> all.nodes().forEach(part -> collect(part, words));
      case Node.Any any -> any.nodes().forEach(part -> collect(part, words));
      case Node.Not _ -> {
        // what must not be there is not shown
      }
      case Node.Term term -> {
        if (term.field() == Field.ANY
            || term.field() == Field.SAID
            || term.field() == Field.SPEAKER) {
          words.add(term.text());
        }
      }
    }
  }
}

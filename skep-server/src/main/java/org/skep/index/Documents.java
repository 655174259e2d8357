package org.skep.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Quote;
import org.skep.store.ArticleRow;
import org.skep.store.PersonRow;
import org.skep.store.PersonRows;
import org.skep.store.Tx;

/** An article as the index sees it; the names of the fields are the operators'. */
final class Documents {
  /** The article's id as a word: what is stored and what an update replaces. */
  static final String KEY = "key";

  /** The article's id as a number: what marks are compared with. */
  static final String ID = "id";

  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String SOURCE = "source";
  static final String LANG = "lang";
  static final String SPEAKER = "speaker";
  static final String SAID = "said";
  static final String PERSON = "person";
  static final String STORY = "story";
  static final String DATED = "dated";
  static final String FLAG = "flag";

  /** What tells an article from the quotes that stand before it in its block. */
  static final String ARTICLE = "article";

  static final String QUOTE_SPEAKER = "quote-speaker";
  static final String QUOTE_SAID = "quote-said";

  /**
   * For fields that are matched and never ranked by length. Lucene asks for the length of a field
   * at every posting it writes; where not every document has the field, that is a search, and cost
   * a third of indexing.
   */
  private static final FieldType UNRANKED = unranked();

  /**
   * A quote has no text of its own and is never ranked by it; being empty, and not absent, it keeps
   * the lengths of the articles a plain array.
   */
  private static final List<Field> EMPTY =
      List.of(new TextField(TITLE, "", Store.NO), new TextField(TEXT, "", Store.NO));

  private Documents() {}

  private static FieldType unranked() {
    var type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  private static Field unranked(String name, String words) {
    return new Field(name, words, UNRANKED);
  }

  /** A block: a document for each quote, and last the article. */
  static List<Document> of(Tx tx, ArticleRow row, Analysis analysis) {
    var block = new ArrayList<Document>();
    Map<String, PersonRow> persons = persons(tx, row.id());
    for (Quote quote : analysis.quotes()) {
      quote(row, analysis, quote, persons).ifPresent(block::add);
    }
    block.add(article(row, analysis, persons));
    return block;
  }

  /** Who each speaker of an article is, each read once: their records are packed. */
  private static Map<String, PersonRow> persons(Tx tx, long article) {
    var known = new HashMap<Long, Optional<PersonRow>>();
    var persons = new TreeMap<String, PersonRow>();
    tx.persons()
        .ofArticle(article)
        .forEach((speaker, id) ->
            known
                .computeIfAbsent(id, tx.persons()::find)
                .ifPresent(person -> persons.put(speaker, person)));
    return persons;
  }

  /** Words and speaker of one quote, so that both are asked of the same one. */
  private static Optional<Document> quote(
      ArticleRow row, Analysis analysis, Quote quote, Map<String, PersonRow> persons) {
    String name = quote.speaker();
    if (name == null) {
      return Optional.empty();
    }
    var document = new Document();
    EMPTY.forEach(document::add);
    document.add(new StringField(KEY, Long.toString(row.id()), Store.NO));
    document.add(unranked(QUOTE_SAID, quote.words(analysis.article().text())));
    document.add(unranked(QUOTE_SPEAKER, name));
    analysis.speakers().stream()
        .filter(speaker -> speaker.name().equals(name))
        .flatMap(speaker -> speaker.aliases().stream())
        .forEach(alias -> document.add(unranked(QUOTE_SPEAKER, alias)));
    PersonRow person = persons.get(name);
    if (person != null && !person.hidden()) {
      document.add(unranked(QUOTE_SPEAKER, person.person().name()));
    }
    return Optional.of(document);
  }

  private static Document article(
      ArticleRow row, Analysis analysis, Map<String, PersonRow> persons) {
    var document = new Document();
    document.add(new StringField(ARTICLE, "1", Store.NO));
    var article = analysis.article();
    document.add(new StringField(KEY, Long.toString(row.id()), Store.YES));
    document.add(new LongField(ID, row.id(), Store.NO));
    document.add(new LongField(DATED, row.dated().toEpochMilli(), Store.NO));
    document.add(new TextField(TITLE, row.title(), Store.NO));
    document.add(new TextField(TEXT, article.text(), Store.NO));
    String standfirst = row.standfirst();
    if (standfirst != null) {
      document.add(new TextField(TEXT, standfirst, Store.NO));
    }
    document.add(unranked(SOURCE, source(row)));
    document.add(new StringField(LANG, row.language().toLowerCase(Locale.ROOT), Store.NO));
    @Nullable Long story = row.story();
    if (story != null) {
      document.add(new StringField(STORY, story.toString(), Store.NO));
    }
    speakers(document, analysis, persons.values());
    flags(document, row, analysis);
    return document;
  }

  /** The host, its labels one by one, and the printed name: {@code source:gazette} finds each. */
  private static String source(ArticleRow row) {
    return row.outlet() + ' ' + row.outlet().replace('.', ' ') + ' ' + row.source();
  }

  private static void speakers(
      Document document, Analysis analysis, Collection<PersonRow> persons) {
    var article = analysis.article();
    for (Quote quote : analysis.quotes()) {
      document.add(unranked(SAID, quote.words(article.text())));
    }
    for (var speaker : analysis.speakers()) {
      document.add(unranked(SPEAKER, speaker.name()));
      speaker.aliases().forEach(alias -> document.add(unranked(SPEAKER, alias)));
    }
    persons.stream().distinct().forEach(person -> person(document, person));
  }

  private static void person(Document document, PersonRow row) {
    document.add(new StringField(PERSON, Long.toString(row.person().id()), Store.NO));
    if (row.hidden()) {
      return;
    }
    document.add(unranked(SPEAKER, row.person().name()));
    document.add(new StringField(PERSON, PersonRows.fold(row.person().name()), Store.NO));
    row.person()
        .aliases()
        .forEach(alias -> document.add(new StringField(PERSON, PersonRows.fold(alias), Store.NO)));
  }

  private static void flags(Document document, ArticleRow row, Analysis analysis) {
    flag(document, SearchFlags.ORIGINAL, row.copy() == Copy.Kind.ORIGINAL);
    flag(document, SearchFlags.COPY, row.copy() != Copy.Kind.ORIGINAL);
    flag(document, SearchFlags.REVISED, row.revision() > 0);
    flag(document, SearchFlags.PAYWALLED, row.paywalled());
    flag(document, SearchFlags.QUOTE, !analysis.quotes().isEmpty());
    flag(document, SearchFlags.IMAGE, row.image() != null);
    flag(document, SearchFlags.NUMBER, !analysis.facts().isEmpty());
  }

  private static void flag(Document document, String flag, boolean set) {
    if (set) {
      document.add(new StringField(FLAG, flag, Store.NO));
    }
  }
}

package org.skep.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.skep.language.LanguagePack;
import org.skep.language.LanguagePacks;
import org.skep.language.WordClass;
import org.skep.model.Article;
import org.skep.model.Fact;
import org.skep.model.Mention;
import org.skep.text.Tokens;

/**
 * Finds names, numbers, places and dates, and what is counted or dated. Pure and thread-safe,
 * linear in the text.
 */
public final class MentionFinder {
  private static final int PLACE_WORDS_MAX = 3;

  private final LanguagePacks packs = new LanguagePacks();

  /**
   * What an article mentions.
   *
   * @param mentions names, places, numbers and days, in order of position
   * @param facts what is counted or dated, in order of position; days are resolved against {@link
   *     Article#dated()}
   */
  public record Found(List<Mention> mentions, List<Fact> facts) {
    public Found {
      mentions = List.copyOf(mentions);
      facts = List.copyOf(facts);
    }
  }

  /** The article's words and names, for {@link #find(Article, NamedText)} and for the quotes. */
  public NamedText read(Article article) {
    return NamedText.of(article, packs.of(article.language()));
  }

  /** Everything in one pass. */
  public Found find(Article article) {
    return find(article, read(article));
  }

  /** As {@link #find(Article)}, of an article whose text was read before. */
  public Found find(Article article, NamedText named) {
    Tokens tokens = named.tokens();
    LanguagePack pack = named.pack();
    List<Fact> facts = Facts.of(article, tokens, pack);
    var mentions = new ArrayList<Mention>();
    for (Names.Name name : named.names()) {
      mentions.add(
          new Mention(
              isPlace(name, tokens, pack) ? Mention.Kind.PLACE : name.kind(),
              article.span(tokens.begin(name.from()), tokens.end(name.to() - 1)),
              name.text(),
              name.text().toLowerCase(Locale.ROOT)));
    }
    facts.forEach(fact -> mentions.add(mention(fact)));
    mentions.sort(Comparator.comparingInt(mention -> mention.span().begin()));
    return new Found(mentions, facts);
  }

  /** "in Quillport": a name without a title after a word that says where. */
  private static boolean isPlace(Names.Name name, Tokens tokens, LanguagePack pack) {
    return name.prefix() == name.from()
        && name.words() <= PLACE_WORDS_MAX
        && name.from() > 0
        && name.kind() != Mention.Kind.PERSON
        && pack.is(tokens.word(name.from() - 1), WordClass.PLACE);
  }

  private static Mention mention(Fact fact) {
    Mention.Kind kind =
        switch (fact.kind()) {
          case ORDINAL -> Mention.Kind.ORDINAL;
          case DATE -> Mention.Kind.DATE;
          case COUNT, AMOUNT, DURATION -> Mention.Kind.NUMBER;
        };
    String key = fact.about().isEmpty() ? fact.value() : fact.value() + " " + fact.about();
    return new Mention(kind, fact.span(), fact.text(), key);
  }
}

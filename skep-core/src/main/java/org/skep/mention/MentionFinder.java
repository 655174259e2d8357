package org.skep.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.language.LanguagePack;
import org.skep.language.LanguagePacks;
import org.skep.model.Article;
import org.skep.model.Fact;
import org.skep.model.Mention;
import org.skep.text.Tokens;

/**
 * Finds names, numbers, places and dates, and what is counted or dated. Pure and thread-safe,
 * linear in the text.
 */
public final class MentionFinder {
  private final LanguagePacks packs = new LanguagePacks();

  /** In order of position. */
  public List<Mention> mentions(Article article) {
    String text = article.text();
    LanguagePack pack = packs.of(article.language());
    Tokens tokens = Tokens.of(text);
    var mentions = new ArrayList<Mention>();
    for (Names.Name name : Names.of(tokens, text, pack)) {
      mentions.add(
          new Mention(
              name.kind(),
              article.span(tokens.begin(name.from()), tokens.end(name.to() - 1)),
              name.text(),
              name.text().toLowerCase(Locale.ROOT)));
    }
    return mentions;
  }

  /**
   * Counted and dated facts, in order of position; dates are resolved against {@link
   * Article#dated()}.
   */
  public List<Fact> facts(Article article) {
    return Facts.of(article, Tokens.of(article.text()), packs.of(article.language()));
  }
}

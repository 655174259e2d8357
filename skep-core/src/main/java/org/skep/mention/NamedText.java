package org.skep.mention;

import java.util.List;
import org.skep.language.LanguagePack;
import org.skep.model.Article;
import org.skep.text.Tokens;

/**
 * An article's text with its tokens and the names in it: where finding mentions and finding quotes
 * both begin, read once for both.
 *
 * @param pack of the article's language
 * @param names in order of position
 */
public record NamedText(String text, LanguagePack pack, Tokens tokens, List<Names.Name> names) {
  /** Reads the article's text. */
  public static NamedText of(Article article, LanguagePack pack) {
    String text = article.text();
    var tokens = Tokens.of(text);
    return new NamedText(text, pack, tokens, Names.of(tokens, text, pack));
  }
}

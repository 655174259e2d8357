package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skep.model.Article;
import org.skep.text.Lexicon;
import org.skep.text.Words;

/**
 * Turns an article into {@link StoryFeatures}: one pass over the headline and one over the first
 * {@link #WORDS_MAX} words. Pure and thread-safe. A name is a run of capitalised words that do not
 * merely begin a sentence; in a headline with most words capitalised, capitals mean nothing.
 */
final class StoryScanner {
  static final int WORDS_MAX = 700;
  private static final int LEAD_WORDS = 60;
  private static final double TITLE_CASE = 0.6;

  private final Map<String, Lexicon> lexicons = Lexicon.all();
  private final Lexicon none = Lexicon.none();
  private final Countries countries = new Countries();
  private final Sounds sounds = new Sounds();

  StoryFeatures scan(Article article) {
    return scan(article, Words.of(article.text()));
  }

  StoryFeatures scan(Article article, Words text) {
    var title = Words.of(article.title());
    var lexicon = lexicons.getOrDefault(article.language(), none);
    var bag = new TermBag(article, lexicon, countries, sounds);
    bag.scan(title, 0, title.size(), StoryFeatures.TITLE, !titleCase(title, lexicon));
    int size = Math.min(text.size(), WORDS_MAX);
    int lead = Math.min(size, LEAD_WORDS);
    bag.scan(text, 0, lead, StoryFeatures.LEAD, true);
    bag.scan(text, lead, size, 0, true);
    return bag.features(text.size(), roundup(text, size, lexicon));
  }

  private static boolean titleCase(Words title, Lexicon lexicon) {
    int long_ = 0;
    int capital = 0;
    for (int i = 1; i < title.size(); i++) {
      if (!title.number(i) && !title.pair(i) && !lexicon.stops(title, i)) {
        long_++;
        capital += title.capital(i) ? 1 : 0;
      }
    }
    return long_ > 2 && capital > long_ * TITLE_CASE;
  }

  /** Four paragraphs or more of which no two neighbours share a name. */
  private static boolean roundup(Words text, int size, Lexicon lexicon) {
    int paragraphs = 0;
    int linked = 0;
    List<Long> before = List.of();
    int begin = 0;
    while (begin < size) {
      int end = begin + 1;
      while (end < size && !text.beginsParagraph(end)) {
        end++;
      }
      var names = new ArrayList<Long>();
      for (int i = begin; i < end; i++) {
        boolean name = text.capital(i) && !text.beginsSentence(i);
        if ((name || text.number(i)) && !lexicon.stops(text, i)) {
          names.add(text.hash(i));
        }
      }
      if (names.size() >= 2) {
        paragraphs++;
        linked += before.stream().anyMatch(names::contains) ? 1 : 0;
        before = names;
      }
      begin = end;
    }
    return paragraphs >= 4 && linked == 0;
  }
}

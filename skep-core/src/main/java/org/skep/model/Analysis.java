package org.skep.model;

import java.util.List;

/**
 * Everything one article tells by itself: the result of the parallel half of the pipeline, and what
 * the store commits. Quotes name speakers of this article; which person of the world that is, the
 * people stage says later.
 */
public record Analysis(
    Article article,
    List<Mention> mentions,
    List<Fact> facts,
    List<Quote> quotes,
    List<Speaker> speakers) {
  public Analysis {
    mentions = List.copyOf(mentions);
    facts = List.copyOf(facts);
    quotes = List.copyOf(quotes);
    speakers = List.copyOf(speakers);
  }
}

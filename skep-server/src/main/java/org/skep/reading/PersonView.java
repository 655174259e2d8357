package org.skep.reading;

import java.time.Instant;
import java.util.List;

/**
 * A speaker's page: who they are called and everything they said, newest first.
 *
 * @param reports independent reports that quote them
 * @param articles the latest that quote them
 */
public record PersonView(
    PersonRef person,
    List<String> aliases,
    List<RoleView> roles,
    Instant firstSeen,
    Instant lastSeen,
    int reports,
    List<OutletRef> outlets,
    List<QuoteView> quotes,
    List<StoryRef> stories,
    List<ArticleRef> articles) {
  public PersonView {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
    outlets = List.copyOf(outlets);
    quotes = List.copyOf(quotes);
    stories = List.copyOf(stories);
    articles = List.copyOf(articles);
  }

  /** An office or description as printed, and when. */
  public record RoleView(String name, Instant firstSeen, Instant lastSeen, Evidence evidence) {}
}

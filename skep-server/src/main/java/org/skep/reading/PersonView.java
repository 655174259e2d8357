package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A speaker's page: who they are called and everything they said, newest first.
 *
 * @param wikidata the address of their item at Wikidata; {@code null} when no user told it
 * @param reports independent reports that quote them
 * @param articles the latest that quote them
 */
public record PersonView(
    PersonRef person,
    List<String> aliases,
    @Nullable String wikidata,
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

package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as a front page shows it.
 *
 * @param title the headline of its most typical original report
 * @param standfirst the first words of that report; {@code null} when there are none
 * @param hours reports per equal slice of time since the first one, oldest first
 * @param latest the freshest development; {@code null} when it is the story's first report
 * @param recent original reports within the last six hours
 * @param differences accounts that differ
 * @param elsewhere the same event as other languages tell it
 * @param news articles the user has not read; 0 when nothing changed since the last look
 * @param starred whether the user keeps any of its articles
 */
public record StoryCard(
    long id,
    String title,
    String language,
    @Nullable String standfirst,
    Counts counts,
    Instant firstSeen,
    Instant lastChange,
    List<Integer> hours,
    @Nullable ArticleRef latest,
    int recent,
    int differences,
    List<StoryRef> elsewhere,
    int news,
    boolean starred,
    ArticleRef leading) {
  public StoryCard {
    hours = List.copyOf(hours);
    elsewhere = List.copyOf(elsewhere);
  }
}

package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story's page, in the order it is printed.
 *
 * @param news articles that came since the user last looked
 * @param differs accounts that differ, most telling first
 * @param speakers who said what, most quoted first
 * @param moments developments, oldest first
 * @param muted whether the user keeps it off the front page
 * @param lineages original reports with the copies folded under them, earliest first
 */
public record StoryView(
    long id,
    String title,
    String language,
    @Nullable String standfirst,
    Counts counts,
    Instant firstSeen,
    Instant lastChange,
    int news,
    List<AccountView> differs,
    List<SpeakerView> speakers,
    List<Moment> moments,
    List<Lineage> lineages,
    List<StoryRef> otherLanguages,
    List<StoryRef> related,
    ArticleRef leading,
    boolean muted) {
  public StoryView {
    differs = List.copyOf(differs);
    speakers = List.copyOf(speakers);
    moments = List.copyOf(moments);
    lineages = List.copyOf(lineages);
    otherLanguages = List.copyOf(otherLanguages);
    related = List.copyOf(related);
  }

  /**
   * Something that happened to the story.
   *
   * @param note what exactly; {@code null} when the kind says it all
   */
  public record Moment(Instant at, Kind kind, ArticleRef article, @Nullable String note) {
    /** What happened. */
    public enum Kind {
      FIRST,
      REPORT,
      LANGUAGE,
      EDIT
    }
  }
}

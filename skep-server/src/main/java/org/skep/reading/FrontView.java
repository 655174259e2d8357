package org.skep.reading;

import java.util.List;

/**
 * The front page.
 *
 * @param stories by rank; the first is the lead
 * @param voices who says what in the lead, one quote each
 * @param onlyHere reports nobody else has, freshest first
 * @param filters what it may be narrowed to
 * @param reading feeds being read for the first time right now
 */
public record FrontView(
    List<StoryCard> stories,
    List<SpeakerView> voices,
    List<ArticleCard> onlyHere,
    Filters filters,
    int feeds,
    int reading,
    int articles) {
  public FrontView {
    stories = List.copyOf(stories);
    voices = List.copyOf(voices);
    onlyHere = List.copyOf(onlyHere);
  }

  /**
   * Choices and what is chosen; the empty string is "all".
   *
   * @param folders of the user's feeds
   * @param hours 0 for all time kept
   */
  public record Filters(
      List<String> languages, List<String> folders, String language, String folder, int hours) {
    /** The whole front page. */
    public static final Filters NONE = new Filters(List.of(), List.of(), "", "", 0);

    public Filters {
      languages = List.copyOf(languages);
      folders = List.copyOf(folders);
    }

    /** Whether anything is narrowed. */
    public boolean any() {
      return !language.isEmpty() || !folder.isEmpty() || hours > 0;
    }
  }
}

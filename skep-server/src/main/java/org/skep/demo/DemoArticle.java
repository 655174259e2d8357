package org.skep.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * An article of the demo press together with its truth: what story it belongs to, whose words it
 * copies, who says what in it.
 *
 * @param id the file's path, {@code story/outlet-n}
 * @param story the story it belongs to; an article that nobody else has is a story of its own
 * @param number its number in the addresses of its outlet
 * @param select the feed of its outlet that lists it; "main" for the ordinary one
 * @param credit a line below the text that names the agency; {@code null} when it hides its origin
 * @param robots what the page forbids, as a robots meta tag says it; {@code null} for nothing
 * @param kind how it came by its words
 * @param origins ids of the articles they come from; none for an original
 * @param said who says what
 * @param first as it was published
 * @param second after a silent correction; {@code null} when there was none
 */
record DemoArticle(
    String id,
    String story,
    DemoOutlet outlet,
    int number,
    String slug,
    String section,
    String select,
    String byline,
    @Nullable String dateline,
    @Nullable String credit,
    @Nullable String robots,
    boolean live,
    Instant published,
    Copy.Kind kind,
    List<String> origins,
    List<Said> said,
    Version first,
    @Nullable Version second) {
  DemoArticle {
    origins = List.copyOf(origins);
    said = List.copyOf(said);
  }

  /**
   * The truth about one statement.
   *
   * @param via who reports that the speaker said so; {@code null} when the article itself does
   * @param words how the statement begins
   */
  record Said(String speaker, @Nullable String via, String words) {}

  /**
   * One state of the article.
   *
   * @param standfirst empty when there is none
   * @param paragraphs what the reporter wrote
   * @param glued what the outlet stuck to the front of a paragraph: empty for nothing; as many as
   *     there are paragraphs
   * @param times the minute of each entry of a live page, else empty
   */
  record Version(
      Instant modified,
      String title,
      String standfirst,
      List<String> paragraphs,
      List<String> glued,
      List<String> times) {
    Version {
      paragraphs = List.copyOf(paragraphs);
      glued = List.copyOf(glued);
      times = List.copyOf(times);
    }
  }

  /** Where its page stands, host and port left out. */
  String path() {
    return outlet.pathOf(this);
  }

  /** Alone in the demo press. */
  boolean onlyHere() {
    return story.equals(id);
  }
}

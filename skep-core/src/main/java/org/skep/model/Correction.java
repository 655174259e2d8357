package org.skep.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user set right. Log entries like arrivals: obeyed for ever, also after a rebuild. */
public sealed interface Correction {
  /** The article does not belong to that story. */
  record NotThisStory(long article, long story) implements Correction {}

  /** Both are one story; the older id stays. */
  record MergeStories(long story, long other) implements Correction {}

  /** The article begins a story of its own, and later ones may join it. */
  record SplitStory(long article) implements Correction {}

  /** The other story, in another language, is of another event; both stay as they are. */
  record CutLink(long story, long other) implements Correction {}

  /** Both are one person; the first id stays. */
  record MergePersons(long person, long other) implements Correction {}

  /** In these articles it is somebody else of the same name, who gets an id of their own. */
  record SplitPerson(long person, List<Long> articles) implements Correction {
    public SplitPerson {
      articles = List.copyOf(articles);
    }
  }

  /** The name to show. */
  record RenamePerson(long person, String name) implements Correction {}

  /**
   * A table of persons and all the names they go by. A row replaces the one of its identity; a name
   * of two rows is nobody's.
   */
  record NamePersons(List<Row> rows) implements Correction {
    public NamePersons {
      rows = List.copyOf(rows);
    }

    /**
     * One person.
     *
     * @param wikidata the item at Wikidata, "Q42"; {@code null} when the user gave none
     * @param name the name to show
     */
    public record Row(@Nullable String wikidata, String name, List<String> aliases) {
      public Row {
        aliases = List.copyOf(aliases);
      }

      /** What makes a row the same one when it is loaded again: its item, else its name. */
      public String identity() {
        return wikidata == null ? name : wikidata;
      }
    }
  }

  /** The person gets no page. */
  record HidePerson(long person, boolean hidden) implements Correction {}

  /** A story or an article stays off that user's lists, or comes back. */
  record Mute(long user, What what, long id, boolean muted) implements Correction {
    /** What is muted. */
    public enum What {
      STORY,
      ARTICLE
    }
  }
}

package org.skep.people;

import java.time.Instant;
import java.util.List;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

/**
 * Who speaks in one article, ready for comparing.
 *
 * @param at when the article is dated
 * @param context hashes of the names and rare words of headline and text's beginning: two articles
 *     that share some are about the same thing
 */
@SuppressWarnings("ArrayRecordComponent")
public record PersonFeatures(long article, Instant at, int[] context, List<Voice> voices) {
  public PersonFeatures {
    voices = List.copyOf(voices);
  }

  /**
   * One speaker of the article.
   *
   * @param key the name folded, in Latin letters, without titles: "yuri ushakov"
   * @param full whether a person's key has a first name, and an organisation a name of its own
   * @param aliases the speaker's other names; offices and descriptions are none
   */
  public record Voice(Speaker speaker, String key, boolean full, List<String> aliases) {
    public Voice {
      aliases = List.copyOf(aliases);
    }

    /** The last word of the key. */
    String surname() {
      return Names.surname(key);
    }

    SpeakerKind kind() {
      return speaker.kind();
    }

    String first() {
      int space = key.indexOf(' ');
      return space < 0 ? "" : key.substring(0, space);
    }
  }
}

package org.skep.reading;

import java.util.List;

/** One speaker and what they said, in order of time. */
public record SpeakerView(PersonRef speaker, List<QuoteView> quotes) {
  public SpeakerView {
    quotes = List.copyOf(quotes);
  }
}

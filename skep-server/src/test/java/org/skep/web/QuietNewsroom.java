package org.skep.web;

import java.util.ArrayList;
import java.util.List;
import org.skep.model.Correction;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;

/** A newsroom in which nothing happens; it notes what it was asked to correct. */
final class QuietNewsroom implements Newsroom {
  private final List<Correction> corrected = new ArrayList<>();

  List<Correction> corrected() {
    return List.copyOf(corrected);
  }

  @Override
  public void correct(Correction correction) {
    corrected.add(correction);
  }

  @Override
  public void refresh(long feed) {}

  @Override
  public FeedChoice discover(String address) {
    return new FeedChoice(address, List.of(), "nothing there");
  }

  @Override
  public Outcome read(String input) {
    return new Outcome.None("nothing there");
  }
}

package org.skep.cli;

import org.skep.model.Correction;
import org.skep.monitor.Monitor;
import org.skep.monitor.Offer;
import org.skep.monitor.Submission;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;

/** What the pages may ask of the monitor and the pipeline. Thread-safe. */
record NewsDesk(Monitor monitor, PageReader reader) implements Newsroom {
  @Override
  public void correct(Correction correction) {
    monitor.submit(new Submission.Correct(correction));
  }

  @Override
  public void refresh(long feed) {
    monitor.submit(new Submission.Refresh(feed));
  }

  @Override
  public FeedChoice discover(String address) {
    try {
      Offer offer = monitor.discover(address);
      var found =
          offer.found().stream()
              .map(feed -> new FeedChoice.Found(feed.url(), feed.title(), feed.format()))
              .toList();
      return new FeedChoice(address, found, offer.problem());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FeedChoice(
          address, java.util.List.of(), "Stopped before " + address + " had answered.");
    }
  }

  @Override
  public Outcome read(String input) {
    return reader.read(input);
  }
}

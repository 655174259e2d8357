package org.skep.monitor;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.fetch.LocalPress;
import org.skep.index.SearchIndex;
import org.skep.settings.Settings;
import org.skep.store.Store;

/**
 * The program the kill test kills: takes pages in, marks every third as read, and prints a line for
 * each acknowledgement. Arguments: directory, seed, first page, last page.
 */
final class KilledProgram {
  private KilledProgram() {}

  public static void main(String[] arguments) {
    var clock = new SystemClock();
    long seed = Long.parseLong(arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    int last = Integer.parseInt(arguments[3]);
    try (var store = Store.open(Path.of(arguments[0]), clock);
        var index = SearchIndex.open(store);
        var fetcher = new Fetcher(FetchSettings.ordinary("test"), HostStates.inMemory(), clock);
        var monitor =
            new Monitor(
                store,
                index,
                fetcher,
                new Pipeline(),
                clock,
                Settings.defaults(),
                LocalPress.NONE)) {
      monitor.start();
      var intake = new Intake(store, new Pipeline(), clock, true, monitor::arrived);
      try (var threads = Executors.newFixedThreadPool(4)) {
        for (int number = first; number < last; number++) {
          int page = number;
          threads.execute(() -> take(store, intake, seed, page, clock));
        }
      }
      System.out.println("done");
      System.out.flush();
    }
  }

  private static void take(Store store, Intake intake, long seed, int number, SystemClock clock) {
    var taken = intake.take(PressPages.page(seed, number), null, (_, _) -> {});
    if (taken instanceof Intake.Taken.Stored stored) {
      say("article " + stored.article());
      if (number % 3 == 0) {
        store.change(tx -> tx.users().markRead(1, stored.article(), clock.now()));
        say("read " + stored.article());
      }
    }
  }

  private static synchronized void say(String acknowledgement) {
    System.out.println(acknowledgement);
    System.out.flush();
  }
}

package org.skep.cli;

import org.skep.clock.SystemClock;
import org.skep.index.SearchIndex;
import org.skep.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code skep reindex}. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = "Builds the search index anew from the store, while Skep is not running.",
    footer = {"", "Example:", "  skep reindex --data ~/news"})
final class ReindexCommand extends DataVerb {
  @Override
  public Integer call() {
    try (var store = Store.open(data(), new SystemClock());
        var index = SearchIndex.open(store);
        var progress = Progress.of("reindex")) {
      index.clear();
      index.catchUp();
      progress.step(index.ids().size());
      out().println("Indexed " + index.ids().size() + " articles.");
    }
    return CommandLine.ExitCode.OK;
  }
}

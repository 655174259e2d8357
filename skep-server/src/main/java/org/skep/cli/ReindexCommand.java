package org.skep.cli;

import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.index.SearchIndex;
import org.skep.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code skep reindex}. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = "Builds the search index anew from the store, while Skep is not running.",
    footer = {"", "Example:", "  skep reindex --data ~/news"})
final class ReindexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (var store = Store.open(data.path(), new SystemClock());
        var index = SearchIndex.open(store);
        var progress = Progress.of("reindex")) {
      index.clear();
      index.catchUp();
      progress.step(index.ids().size());
      spec.commandLine().getOut().println("Indexed " + index.ids().size() + " articles.");
    }
    return CommandLine.ExitCode.OK;
  }
}

package org.skep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.skep.model.Correction.NamePersons;
import org.skep.monitor.Submission;
import org.skep.people.AliasTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code people}: who is who, while Skep is not running. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "import",
    description = "Who is who, while Skep is not running.",
    footer = {"", "Example:", "  skep people import people.tsv"})
final class PeopleCommands implements Runnable {
  @picocli.CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static CommandLine line() {
    return new CommandLine(new PeopleCommands()).addSubcommand(new Import());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "import is missing");
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Loads a table of persons: Wikidata id (or nothing), name, other names separated by |, with"
            + " tabs between; # begins a comment.",
        "It is obeyed for ever; a row loaded again replaces the one of its id, else of its name. A"
            + " name of two rows is nobody's. A bad line is named and left out; then the exit code"
            + " is 1."
      },
      footer = {"", "Example:", "  skep people import people.tsv"})
  static final class Import extends DataVerb {
    private static final long BYTES_MAX = 16L << 20;
    private static final Duration SETTLE_MAX = Duration.ofHours(6);

    @Parameters(paramLabel = "FILE", description = "The table, UTF-8.")
    private String file = "";

    @Override
    public Integer call() throws Exception {
      AliasTable table = AliasTable.parse(text());
      try (var program = program()) {
        load(program, table.rows());
      }
      PrintWriter err = err();
      table.faults().forEach(fault -> err.println(file + ":" + fault.line() + ": " + fault.what()));
      return table.faults().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private String text() throws IOException {
      Path path = JsonLines.existing(file);
      if (Files.size(path) > BYTES_MAX) {
        throw new IOException(file + ": more than " + BYTES_MAX + " bytes; load it in parts");
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }

    private void load(Program program, List<NamePersons.Row> rows) throws InterruptedException {
      var known = program.store().read(tx -> tx.log().named());
      var fresh = rows.stream().filter(row -> !row.equals(known.get(row.identity()))).toList();
      long more = fresh.stream().filter(row -> !known.containsKey(row.identity())).count();
      if (known.size() + more > AliasTable.ROWS_MAX) {
        throw new IllegalArgumentException(
            file
                + ": with those loaded before, "
                + (known.size() + more)
                + " rows; at most "
                + AliasTable.ROWS_MAX
                + ", take some out");
      }
      if (!fresh.isEmpty()) {
        program.monitor().startDeriving();
        program.monitor().submit(new Submission.Correct(new NamePersons(fresh)));
        if (!program.monitor().settle(SETTLE_MAX)) {
          throw new IllegalStateException(
              "people are not up to date yet; the next start goes on with them");
        }
      }
      out()
          .println(
              "Loaded " + fresh.size() + " rows; " + (rows.size() - fresh.size()) + " as before.");
    }
  }
}

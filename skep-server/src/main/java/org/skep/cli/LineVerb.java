package org.skep.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * A batch verb that answers each line by itself.
 *
 * @param takes the fields of a line, for the help
 * @param gives the fields of an answer, for the help
 * @param example a line that works
 */
record LineVerb(
    String name,
    String description,
    String takes,
    String gives,
    String example,
    Function<JsonNode, Map<String, ?>> answer) {

  static List<LineVerb> all() {
    return List.of();
  }

  /** The verb as picocli knows it. */
  CommandLine command() {
    var line = new CommandLine(new Run(this));
    line.getCommandSpec()
        .usageMessage()
        .description(description, "A line has " + takes + "; its answer has " + gives + ".")
        .footer("", "Example:", "  echo '" + example + "' | skep " + name + " --jsonl -");
    return line;
  }

  @Command(mixinStandardHelpOptions = true)
  private static final class Run implements Callable<Integer> {
    private final LineVerb verb;
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--jsonl",
        required = true,
        paramLabel = "FILE",
        description = "JSON lines, plain or gzip; - for standard input.")
    private String file = "-";

    private Run(LineVerb verb) {
      this.verb = verb;
    }

    @Override
    public Integer call() throws Exception {
      new Batch(spec.commandLine().getOut()).run(verb.name(), JsonLines.open(file), verb.answer());
      return CommandLine.ExitCode.OK;
    }
  }
}

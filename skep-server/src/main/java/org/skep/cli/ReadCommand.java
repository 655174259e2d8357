package org.skep.cli;

import java.util.concurrent.Callable;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.fetch.LocalPress;
import org.skep.reading.Newsroom.Outcome;
import org.skep.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skep read}: everything one page or text can tell. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description =
        "One page or text in; out comes the clean article, what was cut, its origin, who said what, accounts that"
            + " differ, and what is counted and dated, each with its sentence.",
    footer = {
      "",
      "Examples:",
      "  skep read page.html",
      "  skep read https://example.org/news/1",
      "  xclip -o | skep read - --json"
    })
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE|URL|-",
      description = "A file, an address, or - for standard input.")
  private String input = "-";

  @Option(names = "--json", description = "JSON instead of text; spans count Unicode code points.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    var clock = new SystemClock();
    var web = Program.fetchSettings(Settings.defaults(), LocalPress.NONE);
    try (var fetcher = new Fetcher(web, HostStates.inMemory(), clock)) {
      var reader = new PageReader(fetcher, new Pipeline(), clock);
      Outcome outcome =
          input.matches("(?i)https?://.*")
              ? reader.read(input)
              : reader.read(PageReader.bytes(input), input);
      return switch (outcome) {
        case Outcome.Found found -> {
          spec.commandLine().getOut().println(json ? ReadJson.of(found) : ReadText.of(found));
          yield CommandLine.ExitCode.OK;
        }
        case Outcome.None(var reason) -> {
          spec.commandLine().getErr().println("skep: " + input + ": " + reason.strip());
          yield CommandLine.ExitCode.SOFTWARE;
        }
      };
    }
  }
}

package org.skep.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.skep.reading.FeedChoice;
import org.skep.reading.Subscriptions.Subscription;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code add}, {@code import} and {@code export}: the list of feeds, while Skep is not running. */
final class FeedCommands {
  private FeedCommands() {}

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Adds a feed by its own address or by that of its site. A running Skep has a page for it:"
              + " /feeds.",
      footer = {"", "Example:", "  skep add https://example.org/"})
  static final class Add extends DataVerb {
    @Parameters(paramLabel = "URL", description = "Of a feed, or of a site that names its feeds.")
    private String url = "";

    @Option(names = "--folder", paramLabel = "NAME", description = "Folder to file it under.")
    private String folder = "";

    @Override
    public Integer call() {
      try (var program = program()) {
        FeedChoice choice = program.reading().subscriptions().discover(url);
        String problem = choice.problem();
        if (problem != null) {
          throw new IllegalArgumentException(choice.asked() + ": " + problem);
        }
        return add(program, choice.found());
      }
    }

    private int add(Program program, List<FeedChoice.Found> found) {
      if (found.size() == 1) {
        var feed = found.getFirst();
        int added =
            program
                .reading()
                .subscriptions()
                .subscribe(
                    List.of(
                        new Subscription(
                            feed.url(), feed.title(), folder, feed.kind().contains("sitemap"))));
        out()
            .println(
                (added == 0 ? "Known already: " : "Added: ") + feed.title() + "  " + feed.url());
        return CommandLine.ExitCode.OK;
      }
      out()
          .println(
              "The address offers " + found.size() + " feeds; add one of them by its own address:");
      found.forEach(feed ->
          out().println("  " + feed.url() + "  " + feed.title() + " (" + feed.kind() + ")"));
      return CommandLine.ExitCode.USAGE;
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Adds the feeds of an OPML file.",
      footer = {"", "Example:", "  skep import subscriptions.opml"})
  static final class Import extends DataVerb {
    @Parameters(paramLabel = "FILE", description = "OPML.")
    private String file = "";

    @Override
    public Integer call() throws Exception {
      try (var program = program()) {
        int added =
            program
                .reading()
                .subscriptions()
                .importOpml(Files.readAllBytes(JsonLines.existing(file)));
        out().println("Added " + added + " feeds; those already known were left as they are.");
      }
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the feeds as OPML, without passwords.",
      footer = {"", "Example:", "  skep export subscriptions.opml"})
  static final class Export extends DataVerb {
    @Parameters(paramLabel = "FILE", description = "A new file; - for standard output.")
    private String file = "-";

    @Override
    public Integer call() throws Exception {
      try (var program = program()) {
        String opml = program.reading().subscriptions().exportOpml();
        if (file.equals("-")) {
          out().print(opml);
          out().flush();
        } else {
          Files.writeString(Path.of(file), opml, StandardCharsets.UTF_8);
        }
      }
      return CommandLine.ExitCode.OK;
    }
  }
}

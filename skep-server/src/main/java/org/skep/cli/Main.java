package org.skep.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program: a verb and its options. Exit 0 when all went well, 1 when something failed, 2 when
 * the call is wrong.
 */
@Command(
    name = "skep",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB",
    header =
        "Every story once, with its sources: who reported it first, who copied it, who said what.",
    footer = {
      "",
      "Start with:  skep demo",
      "Then:        skep serve",
      "One verb:    skep VERB --help"
    })
public final class Main implements Runnable {
  /** Held, because java.util.logging forgets a logger that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec private CommandSpec spec;

  private Main(CommandSpec spec) {
    this.spec = spec;
  }

  public static void main(String[] args) {
    // Lucene advises an incubating module that only vector search gains from, and which makes the
    // JVM itself warn.
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(args));
  }

  /** Runs one call and gives its exit code; output goes to the process's own streams. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    var main = new Main(CommandSpec.create());
    var line = new CommandLine(main);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    ManifestVerb.all().forEach(verb -> line.addSubcommand(verb.name(), verb.command()));
    LineVerb.all().forEach(verb -> line.addSubcommand(verb.name(), verb.command()));
    StreamVerb.all().forEach(verb -> line.addSubcommand(verb.name(), verb.command()));
    line.addSubcommand(new DemoCommand());
    line.addSubcommand(new ServeCommand());
    line.addSubcommand(new ReadCommand());
    line.addSubcommand(new FeedCommands.Add());
    line.addSubcommand(new FeedCommands.Import());
    line.addSubcommand(new FeedCommands.Export());
    line.addSubcommand(new IngestCommand());
    line.addSubcommand(new ReindexCommand());
    line.addSubcommand(new BackupCommands.Make());
    line.addSubcommand(new BackupCommands.Restore());
    line.addSubcommand(new BackupCommands.Verify());
    line.addSubcommand(UserCommands.line());
    line.addSubcommand(PeopleCommands.line());
    line.addSubcommand(new VersionCommand());
    line.addSubcommand(new WarmUpCommand());
    line.setExecutionExceptionHandler(Main::report);
    line.setParameterExceptionHandler(Main::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }

  /** What failed, in one sentence; the stack trace only for those who ask with SKEP_TRACE=1. */
  private static int report(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    String message = e.getMessage();
    line.getErr().println("skep: " + (message == null ? e.toString() : message));
    if (System.getenv("SKEP_TRACE") != null || message == null) {
      e.printStackTrace(line.getErr());
    }
    return ExitCode.SOFTWARE;
  }

  private static int explain(ParameterException e, String[] args) {
    var line = e.getCommandLine();
    line.getErr().println("skep: " + e.getMessage());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }
}

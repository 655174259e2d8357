package org.skep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.skep.date.Dates;
import org.skep.model.Stated;
import org.skep.url.Url;
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
    return List.of(
        new LineVerb(
            "url",
            "Parses an address as browsers do, and gives its form for identity.",
            "url, base",
            "href (null when it is no address), normalized",
            "{\"url\":\"HTTP://Example.ORG:80/a/../b\"}",
            LineVerb::url),
        new LineVerb(
            "date",
            "Reads a date as feeds print it.",
            "date",
            "instant (null when it is none)",
            "{\"date\":\"Thu, 01 Jan 2004 19:48:21 GMT\"}",
            line ->
                answer("instant", Dates.parse(line.path("date").asString("")).map(Stated::iso))));
  }

  private static Map<String, ?> url(JsonNode line) {
    String base = line.path("base").asString("");
    String given = line.path("url").asString("");
    var url =
        base.isEmpty() ? Url.parse(given) : Url.parse(base).flatMap(at -> Url.parse(given, at));
    var answer = new LinkedHashMap<String, Object>(answer("href", url.map(Url::href)));
    answer.putAll(answer("normalized", url.map(Url::normalized)));
    return answer;
  }

  /** One field; null when absent. */
  private static Map<String, Object> answer(String field, Optional<String> value) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put(field, value.orElse(null));
    return answer;
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

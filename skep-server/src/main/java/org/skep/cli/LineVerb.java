package org.skep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.skep.Pipeline;
import org.skep.charset.HtmlPrescan;
import org.skep.date.Dates;
import org.skep.model.Stated;
import org.skep.quotes.QuotesJson;
import org.skep.robots.Robots;
import org.skep.sanitize.Sanitizer;
import org.skep.url.AddressPolicy;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;
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
    var pipeline = new Pipeline();
    var sanitizer = new Sanitizer();
    return List.of(
        new LineVerb(
            "quotes",
            "Says who said what in a text, and what it counts and dates.",
            "id, title, text, language, published",
            "quotes and facts; spans count Unicode code points, end exclusive",
            "{\"id\":\"1\",\"text\":\"The bridge is safe, said Ada Holm.\"}",
            line -> QuotesJson.line(line.path("id"), pipeline.analyse(DocumentLine.alone(line)))),
        new LineVerb(
            "robots",
            "Says whether a robots.txt lets an agent fetch an address (RFC 9309).",
            "robots, agent, url",
            "allowed",
            "{\"robots\":\"User-agent: *\\nDisallow: /private\",\"agent\":\"skep\",\"url\":\"https://example.org/\"}",
            LineVerb::robots),
        new LineVerb(
            "charset",
            "Says which encoding a page's bytes declare, as browsers find it.",
            "b64, the bytes in Base64",
            "charset",
            "{\"b64\":\"PG1ldGEgY2hhcnNldD1rb2k4LXI+\"}",
            line -> Map.of("charset", HtmlPrescan.sniff(line.path("b64").binaryValue()))),
        new LineVerb(
            "sanitize",
            "Turns foreign HTML into the plain tags that are safe to show.",
            "html, base",
            "html",
            "{\"html\":\"<p onclick=x>Hello<script>x</script>\"}",
            line -> Map.of("html", sanitized(sanitizer, line))),
        new LineVerb(
            "guard",
            "Says whether the fetcher may connect to a host; looks at names and literal addresses only.",
            "host",
            "allowed",
            "{\"host\":\"169.254.169.254\"}",
            line ->
                Map.of(
                    "allowed",
                    AddressPolicy.publicOnly()
                        .refusalOfHost(line.path("host").asString(""))
                        .isEmpty())),
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

  private static String sanitized(Sanitizer sanitizer, JsonNode line) {
    var base = Url.parse(line.path("base").asString("")).orElse(null);
    return sanitizer.sanitize(line.path("html").asString(""), base);
  }

  private static Map<String, ?> robots(JsonNode line) {
    var rules = Robots.parse(line.path("robots").asString(""));
    return Map.of(
        "allowed", rules.allows(line.path("agent").asString(""), line.path("url").asString("")));
  }

  private static Map<String, ?> url(JsonNode line) {
    String base = line.path("base").asString("");
    String given = line.path("url").asString("");
    var url =
        base.isEmpty() ? Url.parse(given) : Url.parse(base).flatMap(at -> Url.parse(given, at));
    var answer = new LinkedHashMap<String, Object>(answer("href", url.map(Url::href)));
    answer.putAll(
        answer("normalized", base.isEmpty() ? UrlIdentity.of(given) : url.map(Url::normalized)));
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

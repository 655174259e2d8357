package org.skep.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.extract.ExtractionJson;
import org.skep.extract.SiteProfile;
import org.skep.feed.FeedLine;
import org.skep.model.Page;
import org.skep.warc.WarcReader;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * A batch verb whose lines point at files: {@code {id, file, url?, headers?}}, paths relative to
 * the manifest. Files may also be named on the command line.
 */
record ManifestVerb(
    String name, String description, String gives, Function<Item, Map<String, ?>> answer) {

  /**
   * One file to answer for.
   *
   * @param id as the line gives it
   * @param body its bytes as they lie on disk
   * @param url where it came from; {@code null} when the line does not say
   * @param headers as fetched, names as the line spells them
   */
  record Item(String id, byte[] body, @Nullable String url, Map<String, String> headers) {
    /** As if fetched now: a file does not say when it was, and no page is dated later. */
    Page page() {
      return new Page(url == null ? "" : url, headers, unpacked(), new SystemClock().now());
    }

    /** The bytes with gzip undone, when the file is gzipped. */
    byte[] unpacked() {
      try (var in = JsonLines.unpacked(new ByteArrayInputStream(body))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("broken gzip: " + e.getMessage(), e);
      }
    }
  }

  static List<ManifestVerb> all() {
    var pipeline = new Pipeline();
    return List.of(
        new ManifestVerb(
            "extract",
            "Turns pages into articles and says what was cut.",
            "title, standfirst, byline, published, modified, language, text, related, origin, publisher, paywalled, posts,"
                + " dropped, confidence; or notArticle with the reason",
            item ->
                ExtractionJson.fields(item.id(), pipeline.extract(item.page(), SiteProfile.EMPTY))),
        new ManifestVerb(
            "feed",
            "Reads feeds of every format, sitemaps and OPML.",
            "feed with its items, and warnings; or error",
            item -> FeedLine.of(item.body(), item.headers(), item.url() == null ? "" : item.url())),
        new ManifestVerb(
            "warc",
            "Counts the records of web archives and says which are damaged.",
            "records and warnings",
            item -> archive(WarcReader.summarize(new ByteArrayInputStream(item.body())))));
  }

  private static Map<String, ?> archive(WarcReader.Summary summary) {
    return Map.of("records", summary.records(), "warnings", summary.warnings());
  }

  private Item item(JsonNode line, Path folder) {
    String file = line.path("file").asString("");
    if (file.isEmpty()) {
      throw new IllegalArgumentException("no \"file\" in this line");
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    line.path("headers")
        .properties()
        .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString("")));
    try {
      JsonNode url = line.path("url");
      return new Item(
          line.path("id").asString(file),
          Files.readAllBytes(JsonLines.existing(folder.resolve(file).toString())),
          url.isString() ? url.asString() : null,
          headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The verb as picocli knows it. */
  CommandLine command() {
    var line = new CommandLine(new Run(this));
    line.getCommandSpec()
        .usageMessage()
        .description(description, "An answer has " + gives + ".")
        .footer(
            "",
            "Examples:",
            "  skep " + name + " page.html other.html.gz",
            "  skep " + name + " --manifest manifest.jsonl > answers.jsonl");
    return line;
  }

  @Command(mixinStandardHelpOptions = true)
  private static final class Run implements Callable<Integer> {
    private final ManifestVerb verb;
    @Spec private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    private Run(ManifestVerb verb) {
      this.verb = verb;
    }

    static final class Input {
      @Option(
          names = "--manifest",
          paramLabel = "FILE",
          description = "JSON lines with id, file, url, headers; paths are relative to it.")
      @Nullable String manifest;

      @Parameters(paramLabel = "FILE", description = "Files to answer for.")
      List<String> files = List.of();
    }

    @Override
    public Integer call() throws Exception {
      var batch = new Batch(spec.commandLine().getOut());
      String manifest = input.manifest;
      if (manifest == null) {
        batch.run(
            verb.name(),
            JsonLines.naming(input.files),
            line -> verb.answer().apply(verb.item(line, Path.of(""))));
      } else {
        Path absolute = Path.of(manifest).toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        batch.run(
            verb.name(),
            JsonLines.open(manifest),
            line -> verb.answer().apply(verb.item(line, folder)));
      }
      return CommandLine.ExitCode.OK;
    }
  }
}

package org.skep.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.skep.ArrivalClock;
import org.skep.CopyStream;
import org.skep.StoryStream;
import org.skep.cli.JsonLines.Line;
import org.skep.model.Article;
import org.skep.model.Copy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A batch verb over documents in order of arrival, where an answer depends on what came before. */
record StreamVerb(String name, String description, String gives, Supplier<Stream> stream) {

  /** One run over a data set; article ids become the data set's own ids in {@link Names}. */
  interface Stream {
    /** The answer at arrival. */
    Map<String, ?> add(Article article, Names names);

    /** The answer for the article after the stream's end. */
    Map<String, ?> settled(long article, Names names);
  }

  /** The data set's own id of an article. */
  interface Names {
    String of(long article);
  }

  static List<StreamVerb> all() {
    return List.of(
        new StreamVerb(
            "copies",
            "Says which document copies which.",
            "group, origin, origins, kind, retitled, containment",
            CopyAnswers::new),
        new StreamVerb(
            "stories",
            "Says which documents report one event.",
            "story, and group: the stories of that event in all languages",
            StoryAnswers::new));
  }

  private static final class StoryAnswers implements Stream {
    private final StoryStream stream = new StoryStream();
    private final Map<Long, StoryStream.Place> settled = new HashMap<>();

    @Override
    public Map<String, ?> add(Article article, Names names) {
      return answer(stream.add(article), names);
    }

    @Override
    public Map<String, ?> settled(long article, Names names) {
      if (settled.isEmpty()) {
        stream.settled().forEach(place -> settled.put(place.article(), place));
      }
      return answer(java.util.Objects.requireNonNull(settled.get(article)), names);
    }

    private static Map<String, ?> answer(StoryStream.Place place, Names names) {
      return Map.of("story", names.of(place.story()), "group", names.of(place.group()));
    }
  }

  private static final class CopyAnswers implements Stream {
    private final CopyStream stream = new CopyStream();
    private final Map<Long, Copy> settled = new HashMap<>();

    @Override
    public Map<String, ?> add(Article article, Names names) {
      return answer(stream.add(article), names);
    }

    @Override
    public Map<String, ?> settled(long article, Names names) {
      if (settled.isEmpty()) {
        stream.settled().forEach(copy -> settled.put(copy.article(), copy));
      }
      return answer(java.util.Objects.requireNonNull(settled.get(article)), names);
    }

    private static Map<String, ?> answer(Copy copy, Names names) {
      var answer = new LinkedHashMap<String, Object>();
      Long origin = copy.origin();
      answer.put("group", names.of(copy.group()));
      answer.put("origin", origin == null ? null : names.of(origin));
      answer.put("origins", copy.origins().stream().map(from -> origin(from, names)).toList());
      answer.put("kind", copy.kind().label());
      answer.put("retitled", copy.retitled());
      answer.put("containment", List.of(copy.inOrigin(), copy.ofOrigin()));
      return answer;
    }

    private static Map<String, ?> origin(Copy.Origin origin, Names names) {
      var answer = new LinkedHashMap<String, Object>();
      Long article = origin.article();
      answer.put("id", article == null ? null : names.of(article));
      answer.put("name", origin.name());
      answer.put("evidence", origin.evidence());
      return answer;
    }
  }

  /** The verb as picocli knows it. */
  CommandLine command() {
    var line = new CommandLine(new Run(this));
    line.getCommandSpec()
        .usageMessage()
        .description(
            description,
            "A line has id, url, source, published, language, title, text, in order of arrival; its answer has "
                + gives
                + ".")
        .footer(
            "",
            "Examples:",
            "  skep " + name + " --jsonl docs.jsonl > at-arrival.jsonl",
            "  skep " + name + " --jsonl docs.jsonl.gz --settle > settled.jsonl");
    return line;
  }

  @Command(mixinStandardHelpOptions = true)
  private static final class Run implements Callable<Integer> {
    private static final int CHUNK_LINES = 64;

    private final StreamVerb verb;
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--jsonl",
        required = true,
        paramLabel = "FILE",
        description = "JSON lines, plain or gzip; - for standard input.")
    private String file = "-";

    @Option(
        names = "--settle",
        description = "Answer as things stand after the last line, not at arrival.")
    private boolean settle;

    private final Map<Long, String> names = new HashMap<>();
    private final ArrivalClock clock = new ArrivalClock();

    private Run(StreamVerb verb) {
      this.verb = verb;
    }

    @Override
    public Integer call() throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      Stream stream = verb.stream().get();
      var later = new ArrayList<Supplier<Map<String, ?>>>();
      try (var lines = JsonLines.open(file);
          var progress = Progress.of(verb.name())) {
        for (var chunk = lines.next(CHUNK_LINES);
            !chunk.isEmpty();
            chunk = lines.next(CHUNK_LINES)) {
          for (Line line : chunk) {
            Supplier<Map<String, ?>> answer = take(line, stream);
            if (settle) {
              later.add(answer);
            } else {
              out.println(JsonLines.write(answer.get()));
            }
          }
          progress.step(chunk.size());
        }
      }
      later.forEach(answer -> out.println(JsonLines.write(answer.get())));
      out.flush();
      return CommandLine.ExitCode.OK;
    }

    /**
     * Adds the line to the stream; its answer at arrival is fixed now, its settled one when asked.
     */
    private Supplier<Map<String, ?>> take(Line line, Stream stream) {
      JsonNode json = line.json();
      if (json == null) {
        return () -> Batch.answer(line, _ -> Map.of());
      }
      var arrival = Batch.answer(line, node -> add(node, stream));
      if (!settle || arrival.containsKey("error")) {
        return () -> arrival;
      }
      long id = org.skep.model.ArticleId.of(json.path("id").asString(""));
      return () -> Batch.answer(line, _ -> stream.settled(id, this::name));
    }

    private Map<String, ?> add(JsonNode node, Stream stream) {
      var article = DocumentLine.arriving(node, clock);
      if (names.putIfAbsent(article.id(), node.path("id").asString("")) != null) {
        throw new IllegalArgumentException(
            "the id \"" + node.path("id").asString("") + "\" was there before");
      }
      return stream.add(article, this::name);
    }

    private String name(long article) {
      return names.getOrDefault(article, String.valueOf(article));
    }
  }
}

package org.skep.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that are told from the sources, not from what they compile to. */
class SourcesTest {
  /** {@code SiteTest.everyAddress...} in docs/security.md is a test that begins so. */
  @Test
  void everyTestThatTheIndexesNameIsThere() throws IOException {
    var sources = new TreeMap<String, String>();
    for (String module : List.of("core", "server", "bench")) {
      try (var files = Files.walk(Path.of("../skep-" + module + "/src/test/java"))) {
        for (Path file : files.filter(file -> file.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          sources.put(name, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    var named = Pattern.compile("\\b([A-Z]\\w+Test)\\b(?:\\.(\\w+))?");
    var missing = new TreeSet<String>();
    for (String index : List.of("security", "fetching")) {
      String text = Files.readString(Path.of("../docs/" + index + ".md"), StandardCharsets.UTF_8);
      named
          .matcher(text)
          .results()
          .filter(found -> {
            String source = sources.getOrDefault(found.group(1), "");
            String method = found.group(2) == null ? "" : found.group(2);
            return !source.contains(" " + method);
          })
          .forEach(found -> missing.add(found.group()));
    }
    assertThat(missing).isEmpty();
  }

  /** {@code equals} stops at the first difference, and the time tells where that is. */
  @Test
  void secretsAreComparedInATimeThatTellsNothing() throws IOException {
    var secret =
        "\\b(secret|token|signature|password|hmac|digest|cookie)\\w*(\\(\\)|\\.reveal\\(\\))*";
    var compared = Pattern.compile("(?i)" + secret + "\\.(equals|compareTo|contentEquals)\\(");
    var against = Pattern.compile("(?i)(\\.equals|Arrays\\.equals)\\((\\w+, )?" + secret + "\\)");
    var found = new TreeSet<String>();
    try (var files = Files.walk(Path.of("../skep-server/src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          if (compared.matcher(line).find() || against.matcher(line).find()) {
            found.add(file.getFileName() + ": " + line.strip());
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(compared.matcher("if (token.reveal().equals(other))").find()).isTrue();
    assertThat(against.matcher("Arrays.equals(sent, signature)").find()).isTrue();
  }

  @Test
  void onlyTheClockPackageKnowsTheTime() throws IOException {
    var readers = new TreeSet<String>();
    for (Path root :
        List.of(Path.of("../skep-core/src/main/java"), Path.of("../skep-server/src/main/java"))) {
      try (var files = Files.walk(root)) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file, StandardCharsets.UTF_8);
          boolean reads =
              source.contains("Instant.now()")
                  || source.contains("LocalDate.now()")
                  || source.contains("System.currentTimeMillis()")
                  || source.contains("System.nanoTime()")
                  || source.contains("Thread.sleep(");
          if (reads && !file.toString().contains("/clock/")) {
            readers.add(root.relativize(file).toString());
          }
        }
      }
    }
    assertThat(readers).isEmpty();
  }
}

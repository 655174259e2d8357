package org.skep.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The import picture of ARCHITECTURE.md as a test. A new package or arrow is a line in imports.txt,
 * and a decision.
 */
class TidyTest {
  private static final Path CORE = Path.of("../skep-core/target/classes");
  private static final Path SERVER = Path.of("../skep-server/target/classes");

  /** The core is a function of its arguments: no clock, network, threads, files, SQL. */
  private static final List<String> IMPURE =
      List.of(
          "java/net/http/",
          "java/net/Socket",
          "java/net/ServerSocket",
          "java/net/URLConnection",
          "java/net/InetAddress",
          "java/sql/",
          "java/lang/Thread",
          "java/util/concurrent/Executor",
          "java/util/concurrent/ThreadLocalRandom",
          "java/util/Timer",
          "java/nio/file/Files",
          "java/io/FileInputStream",
          "java/io/FileOutputStream",
          "java/lang/System$Logger",
          "org/slf4j/");

  /** Only these may open a connection to somewhere else. */
  private static final Set<String> MAY_CONNECT = Set.of("fetch");

  /** What opens one; java.net.URL does by itself, a socket channel too. */
  private static final List<String> CONNECTING =
      List.of(
          "okhttp3/",
          "java/net/http/",
          "java/net/DatagramSocket",
          "java/net/HttpURLConnection",
          "java/net/Socket",
          "java/net/URL",
          "java/nio/channels/AsynchronousSocketChannel",
          "java/nio/channels/DatagramChannel",
          "java/nio/channels/SocketChannel",
          "javax/naming/",
          "javax/net/",
          "org/eclipse/jetty/client/",
          "org/netpreserve/jwarc/net/");

  /**
   * We have XML readers of our own (decision 0010), which know no way to a file or a server; the
   * JDK's do until they are told otherwise, property by property.
   */
  private static final List<String> OTHER_XML =
      List.of("javax/xml/", "org/w3c/dom/", "org/xml/sax/", "org/jsoup/parser/XmlTreeBuilder");

  @Test
  void packagesUseOnlyWhatThePictureAllows() throws IOException {
    var found = new TreeMap<>(Imports.of(CORE).packages());
    found.putAll(withoutRoot(Imports.of(SERVER).packages()));
    assertThat(surprises(found, picture())).isEmpty();
  }

  @Test
  void aPlantedImportIsFound() throws IOException {
    var planted = new TreeMap<>(Imports.of(CORE).packages());
    planted.put("extract", Set.of("model", "quotes"));
    assertThat(surprises(planted, picture())).containsExactly("extract -> quotes");
  }

  @Test
  void noPackagesFormACycle() throws IOException {
    var all = new TreeMap<>(Imports.of(CORE).packages());
    all.putAll(withoutRoot(Imports.of(SERVER).packages()));
    assertThat(Imports.cycle(all)).isEmpty();
  }

  @Test
  void aPlantedCycleIsFound() {
    var planted = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"));
    assertThat(Imports.cycle(new TreeMap<>(planted))).containsExactly("a", "b", "c");
  }

  @Test
  void theCoreDoesNoInputOutputAndReadsNoClock() throws IOException {
    var impure = new TreeSet<String>();
    Imports.of(CORE)
        .uses()
        .forEach((name, used) ->
            used.stream()
                .filter(target -> IMPURE.stream().anyMatch(target::startsWith))
                .forEach(target -> impure.add(name + " uses " + target)));
    assertThat(impure).isEmpty();
  }

  @Test
  void onlyTheFetchPackageConnectsToAnywhere() throws IOException {
    assertThat(users(CONNECTING)).allMatch(name -> MAY_CONNECT.contains(Imports.packageOf(name)));
    assertThat(users(CONNECTING)).as("that it is found where it is").isNotEmpty();
  }

  @Test
  void xmlIsReadByOurOwnReadersAlone() throws IOException {
    assertThat(users(OTHER_XML)).isEmpty();
  }

  /** The classes of both modules that use any of these. */
  private static Set<String> users(List<String> prefixes) throws IOException {
    var users = new TreeSet<String>();
    for (Path module : List.of(CORE, SERVER)) {
      Imports.of(module)
          .uses()
          .forEach((name, used) -> {
            if (used.stream()
                .anyMatch(target ->
                    prefixes.stream()
                        .anyMatch(
                            p -> target.equals(p) || (p.endsWith("/") && target.startsWith(p))))) {
              users.add(name);
            }
          });
    }
    return users;
  }

  private static Set<String> surprises(
      Map<String, Set<String>> found, Map<String, Set<String>> picture) {
    var surprises = new TreeSet<String>();
    found.forEach((from, targets) -> {
      var allowed = picture.getOrDefault(from, Set.of());
      for (String target : targets) {
        if (!allowed.contains(target)) {
          surprises.add(from + " -> " + target);
        }
      }
    });
    return surprises;
  }

  /**
   * A package that two modules share by name would hide arrows; the root exists in the core only.
   */
  private static Map<String, Set<String>> withoutRoot(Map<String, Set<String>> packages) {
    assertThat(packages).doesNotContainKey("(root)");
    return packages;
  }

  private static Map<String, Set<String>> picture() throws IOException {
    var lines =
        Files.readAllLines(Path.of("src/test/resources/imports.txt"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    var core = new TreeSet<>(Imports.of(CORE).packages().keySet());
    var picture = new TreeMap<String, Set<String>>();
    for (String line : lines) {
      String[] parts = line.split(":", 2);
      var allowed =
          java.util.Arrays.stream(parts[1].trim().split(" "))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      if (allowed.remove("core")) {
        allowed.addAll(core);
      }
      picture.put(parts[0], allowed);
    }
    return picture;
  }
}

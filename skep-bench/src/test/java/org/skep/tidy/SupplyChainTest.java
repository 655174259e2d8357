package org.skep.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * Whose code runs in the program: exactly the jars of jars.txt, byte for byte, each for a reason
 * and under a licence that may be passed on with ours. Specs "security", section 5.
 */
class SupplyChainTest {
  private static final Path TARGET = Path.of("../skep-server/target");
  private static final int JARS_MAX = 40;

  /** EPL-2.0 for unchanged jars beside ours; nothing that binds who runs the program. */
  private static final Set<String> LICENCES =
      Set.of(
          "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "MIT", "MPL-2.0", "Unicode-3.0");

  /** A line of the table. */
  private record Jar(String coordinates, String licence, String sha256, String reason) {
    /** As Maven names it. */
    String file() {
      return coordinates.substring(coordinates.indexOf(':') + 1).replace(':', '-') + ".jar";
    }
  }

  private static List<Jar> table() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/jars.txt"), StandardCharsets.UTF_8)
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(parts -> new Jar(parts[0], parts[1], parts[2], parts[3]))
        .toList();
  }

  @Test
  void everyJarHasAReasonAndALicenceThatAgreesWithOurs() throws IOException {
    assertThat(table()).extracting(Jar::coordinates).isSorted().doesNotHaveDuplicates();
    assertThat(table()).extracting(Jar::licence).isSubsetOf(LICENCES);
    assertThat(table()).extracting(Jar::reason).noneMatch(String::isBlank);
    assertThat(table()).hasSizeLessThanOrEqualTo(JARS_MAX);
  }

  /** After packaging, as in {@code ./check}: the jars are laid beside the program then. */
  @Test
  void theProgramRunsWithTheseJarsAndNoOthers() throws Exception {
    assumeTrue(Files.exists(TARGET.resolve("skep.jar")), "not packaged");
    var shipped = new TreeSet<>(shipped());
    assertThat(shipped.removeIf(name -> name.startsWith("skep-core-"))).isTrue();
    assertThat(shipped)
        .containsExactlyElementsOf(new TreeSet<>(table().stream().map(Jar::file).toList()));
    for (Jar jar : table()) {
      byte[] bytes = Files.readAllBytes(TARGET.resolve("lib").resolve(jar.file()));
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(hash).as(jar.coordinates()).isEqualTo(jar.sha256());
    }
  }

  /** The class path in the manifest of the program. */
  private static List<String> shipped() throws IOException {
    try (var program = new JarFile(TARGET.resolve("skep.jar").toFile())) {
      String path = program.getManifest().getMainAttributes().getValue("Class-Path");
      return Arrays.stream(path.split(" ")).map(entry -> entry.replaceFirst("^lib/", "")).toList();
    }
  }
}

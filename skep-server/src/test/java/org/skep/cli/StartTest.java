package org.skep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.fetch.LocalPress;
import org.skep.settings.Settings;

/** Whom a start lets in. */
class StartTest {
  @TempDir private Path directory;

  @Test
  void othersAreNotLetInBeforeSomebodyHasALogin() throws Exception {
    for (Map<String, String> opening :
        List.of(
            Map.of("SKEP_BIND", "0.0.0.0"),
            Map.of("SKEP_BIND", "::"),
            Map.of("SKEP_BIND", "127.0.0.2"),
            Map.of("SKEP_PROXIES", "127.0.0.1"),
            Map.of("SKEP_PUBLIC_ADDRESS", "https://news.example"))) {
      var settings = Settings.load(directory, opening).serving(bind(opening), 0);
      try (var program = Program.open(directory, settings, LocalPress.NONE, new SystemClock())) {
        assertThatThrownBy(() -> program.serve(settings, true))
            .as(opening.toString())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("skep user add NAME");
      }
    }
    var settings = Settings.load(directory, Map.of("SKEP_PROXIES", "127.0.0.1"));
    try (var program = Program.open(directory, settings, LocalPress.NONE, new SystemClock())) {
      program.access().addUser("anna", "herring under the quay");
      try (var server = program.serve(settings.serving("127.0.0.1", 0), true)) {
        assertThat(server.port()).isPositive();
      }
    }
  }

  private static String bind(Map<String, String> settings) {
    return settings.getOrDefault("SKEP_BIND", "127.0.0.1");
  }
}

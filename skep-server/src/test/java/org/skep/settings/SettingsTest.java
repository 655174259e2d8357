package org.skep.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path dir;

  @Test
  void nothingNeedsToBeSet() {
    assertThat(Settings.load(dir, Map.of())).isEqualTo(Settings.defaults());
    assertThat(Settings.defaults().port()).isEqualTo(8080);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    Files.writeString(
        dir.resolve("skep.conf"),
        """
        # ours
        port = 9000
        poll-minutes = 120
        """);

    var settings = Settings.load(dir, Map.of("SKEP_PORT", "9001"));

    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.poll()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aMistakeIsNamedWithItsLine() throws IOException {
    Files.writeString(dir.resolve("skep.conf"), "\nprot = 9000\n");

    assertThatThrownBy(() -> Settings.load(dir, Map.of()))
        .hasMessageContaining("skep.conf, line 2")
        .hasMessageContaining("\"prot = 9000\" is no setting")
        .hasMessageContaining("port, ports");
  }

  @Test
  void aValueOutOfBoundsSaysTheBounds() {
    assertThatThrownBy(() -> Settings.load(dir, Map.of("SKEP_POLL_MINUTES", "1")))
        .hasMessageContaining("poll-minutes = 1")
        .hasMessageContaining("from 60 to 1440");
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    String doc = Files.readString(Path.of("..", "docs", "settings.md"));

    assertThat(SettingsText.DEFAULTS.keySet())
        .allSatisfy(name -> assertThat(doc).contains("| `" + name + "` |"));
  }

  @Test
  void dataGoesWhereThePlatformPutsIt() {
    Path home = Path.of("home");

    assertThat(DataFolder.of(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/skep"));
    assertThat(DataFolder.of(Map.of("SKEP_DATA", "elsewhere"), "Linux", home))
        .isEqualTo(Path.of("elsewhere"));
    assertThat(DataFolder.of(Map.of(), "Mac OS X", home))
        .isEqualTo(home.resolve("Library/Application Support/Skep"));
  }
}

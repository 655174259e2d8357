package org.skep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One unit of work, one line, whatever others wrote that stands in it. */
class LogLinesTest {
  @Test
  void nobodyWritesALineOfTheirOwn() throws Exception {
    var context = new LoggerContext();
    var configuration = new JoranConfigurator();
    configuration.setContext(context);
    configuration.doConfigure(Path.of("src/main/resources/logback.xml").toUri().toURL());
    var root = context.getLogger("ROOT");
    var appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
    String reason = "Gone\r\n2026-03-02 WARN Access login name=anna outcome=welcome\u001b[2J\u0085";

    var event =
        new LoggingEvent("", root, Level.WARN, "poll reason={}", null, new Object[] {reason});
    String line = new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);

    assertThat(line).contains("poll reason=Gone 2026-03-02 WARN");
    assertThat(line.strip()).doesNotContainPattern("\\p{Cntrl}|\u0085");
    assertThat(line.lines()).hasSize(1);
  }
}

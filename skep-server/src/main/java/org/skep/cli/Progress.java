package org.skep.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on a terminal, nothing elsewhere. The launcher says whether standard error is one:
 * Java can only tell for standard output, which a batch verb usually sends to a file.
 */
final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(String task) {
    boolean seen = Boolean.getBoolean("skep.progress");
    return new Progress(
        seen
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(250)
                .build()
            : null);
  }

  void step(long more) {
    if (bar != null) {
      bar.stepBy(more);
    }
  }

  void reached(long position) {
    if (bar != null) {
      bar.stepTo(position);
    }
  }

  void say(String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

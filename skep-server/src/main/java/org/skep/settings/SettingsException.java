package org.skep.settings;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A setting that cannot be read; the message is for the person at the terminal. */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  SettingsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

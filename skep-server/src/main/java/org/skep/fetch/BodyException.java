package org.skep.fetch;

import java.io.IOException;

/**
 * A body that is too big or broken: the class of failure, the sentence for people, the bytes read.
 */
final class BodyException extends IOException {
  private static final long serialVersionUID = 1;

  private final Failure.Kind kind;
  private final long bytes;

  BodyException(Failure.Kind kind, String text, long bytes) {
    super(text);
    this.kind = kind;
    this.bytes = bytes;
  }

  Failure.Kind kind() {
    return kind;
  }

  long bytes() {
    return bytes;
  }
}

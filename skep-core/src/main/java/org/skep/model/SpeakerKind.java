package org.skep.model;

import java.util.Locale;

/** Who can speak. */
public enum SpeakerKind {
  PERSON,
  ORGANIZATION,
  DOCUMENT,
  UNKNOWN;

  /** As outputs spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

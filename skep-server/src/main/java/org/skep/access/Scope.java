package org.skep.access;

/** How far a token goes; each includes the ones before it. */
public enum Scope {
  READ,
  WRITE,
  ADMIN;

  /** Whether it is enough for what needs the other. */
  public boolean covers(Scope needed) {
    return compareTo(needed) >= 0;
  }
}

package org.skep.store;

import java.io.Serial;

/**
 * The store cannot do what was asked: the disk, the file or the directory is at fault. Unchecked,
 * because no page and no stage can act on a broken disk; the request ends, the one place at the top
 * logs it.
 */
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

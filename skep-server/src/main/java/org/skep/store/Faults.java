package org.skep.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a broken disk or file means to whoever runs the program: where, what, and what to do. */
final class Faults {
  /** Extended codes say more in their upper bytes. */
  private static final int PRIMARY = 0xFF;

  private Faults() {}

  /** What SQLite says of a database. */
  static StoreException of(Path database, String statement, SQLException cause) {
    String advice =
        switch (code(cause)) {
          case SQLITE_CORRUPT, SQLITE_NOTADB ->
              database
                  + " is damaged. Stop Skep, keep this directory aside, and restore the newest"
                  + " backup into a new one:  skep restore BACKUP --data DIR. ";
          case SQLITE_FULL ->
              "The disk that holds "
                  + database
                  + " is full. Nothing acknowledged is lost; make room, and try again. ";
          case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
              database
                  + " cannot be written. Let the user that runs Skep write it and its directory,"
                  + " or give another directory with --data. ";
          case SQLITE_IOERR ->
              "The disk that holds "
                  + database
                  + " fails. Look into the system's log, then start Skep again:  skep verify. ";
          default -> "";
        };
    return new StoreException(
        advice + "SQLite says: " + cause.getMessage() + " (in: " + statement + ")", cause);
  }

  /** Whether room on the disk is all that is missing. */
  static boolean isFull(StoreException e) {
    return e.getCause() instanceof SQLException sql && code(sql) == SQLiteErrorCode.SQLITE_FULL;
  }

  /** What the system says of the data directory. */
  static StoreException of(Path directory, IOException cause) {
    String reason =
        switch (cause) {
          case AccessDeniedException denied -> denied.getFile() + ": permission denied";
          case FileSystemException system when system.getReason() != null -> system.getMessage();
          default -> cause.toString();
        };
    return new StoreException(
        "Cannot use %s as data directory (%s). Let the user that runs Skep write there, or give another directory with --data."
            .formatted(directory, reason),
        cause);
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}

package org.skep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by column name and type. */
final class Row {
  private final Sql sql;
  private final ResultSet result;

  Row(Sql sql, ResultSet result) {
    this.sql = sql;
    this.result = result;
  }

  String text(String column) {
    String value = textOrNull(column);
    if (value == null) {
      throw new StoreException("column " + column + " is empty");
    }
    return value;
  }

  @Nullable String textOrNull(String column) {
    try {
      return result.getString(column);
    } catch (SQLException e) {
      throw sql.failed(column, e);
    }
  }

  long number(String column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw sql.failed(column, e);
    }
  }

  @Nullable Long numberOrNull(String column) {
    try {
      long value = result.getLong(column);
      return result.wasNull() ? null : (Long) value;
    } catch (SQLException e) {
      throw sql.failed(column, e);
    }
  }

  int integer(String column) {
    return Math.toIntExact(number(column));
  }

  double decimal(String column) {
    try {
      return result.getDouble(column);
    } catch (SQLException e) {
      throw sql.failed(column, e);
    }
  }

  boolean flag(String column) {
    return number(column) != 0;
  }

  Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  @Nullable Instant instantOrNull(String column) {
    Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  byte[] bytes(String column) {
    byte[] value = bytesOrNull(column);
    if (value == null) {
      throw new StoreException("column " + column + " is empty");
    }
    return value;
  }

  byte @Nullable [] bytesOrNull(String column) {
    try {
      return result.getBytes(column);
    } catch (SQLException e) {
      throw sql.failed(column, e);
    }
  }
}

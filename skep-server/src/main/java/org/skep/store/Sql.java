package org.skep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One database connection that keeps its prepared statements. One thread at a time. A mapper must
 * not run the statement it is called from.
 */
final class Sql implements AutoCloseable {
  private final Path database;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Sql(Path database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** All rows; for results whose size is bounded by the query. */
  <T> List<T> list(String sql, Function<Row, T> mapper, @Nullable Object... arguments) {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      var rows = new ArrayList<T>();
      var row = new Row(this, result);
      while (result.next()) {
        rows.add(mapper.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first row. */
  <T> Optional<T> first(String sql, Function<Row, T> mapper, @Nullable Object... arguments) {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      return result.next() ? Optional.of(mapper.apply(new Row(this, result))) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Every row as it comes, for results of any size. */
  void each(String sql, Consumer<Row> consumer, @Nullable Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet result = statement.executeQuery()) {
        var row = new Row(this, result);
        while (result.next()) {
          consumer.accept(row);
        }
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first column of the first row; 0 when there is none or it is NULL. */
  long number(String sql, @Nullable Object... arguments) {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Rows changed. */
  int update(String sql, @Nullable Object... arguments) {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The key SQLite gave the row just inserted. */
  long insert(String sql, @Nullable Object... arguments) {
    update(sql, arguments);
    return number("SELECT last_insert_rowid()");
  }

  /** A statement without result that is not worth keeping. */
  void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Numbers as one argument, for {@code IN (SELECT value FROM json_each(?))}. */
  static String array(Collection<Long> numbers) {
    return numbers.toString(); // "[1, 2]" is JSON
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
      connection.close();
    } catch (SQLException e) {
      throw failed("close", e);
    }
  }

  /** The driver ends a statement with its first failure; the next call prepares a new one. */
  StoreException failed(String what, SQLException cause) {
    PreparedStatement ended = statements.remove(what);
    if (ended != null) {
      try {
        ended.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
    return Faults.of(database, what, cause);
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, column(arguments[i]));
    }
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> (Long) instant.toEpochMilli();
      case Boolean flag -> (Integer) (flag ? 1 : 0);
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }
}

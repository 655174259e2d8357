package org.skep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of the database by table, to see what something changed. */
public final class StoredRows {
  private StoredRows() {}

  /** Of all tables. */
  public static Map<String, List<String>> all(Path directory) {
    return rows(directory, "SELECT name, '' FROM sqlite_schema WHERE type = 'table'");
  }

  /** Of the tables that say whose a row is, the rows of that user. */
  public static Map<String, List<String>> of(Path directory, long user) {
    return rows(
        directory,
        "SELECT s.name, ' WHERE user = %d' FROM sqlite_schema s JOIN pragma_table_info(s.name) c"
                .formatted(user)
            + " WHERE s.type = 'table' AND c.name = 'user'");
  }

  private static Map<String, List<String>> rows(Path directory, String tables) {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("skep.db"))) {
      var rows = new TreeMap<String, List<String>>();
      for (List<Object> table : select(connection, tables)) {
        rows.put(
            "" + table.get(0),
            select(connection, "SELECT * FROM " + table.get(0) + table.get(1)).stream()
                .map(List::toString)
                .sorted()
                .toList());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<List<Object>> select(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<Object>>();
      while (result.next()) {
        var row = new ArrayList<Object>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Object value = result.getObject(i);
          row.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}

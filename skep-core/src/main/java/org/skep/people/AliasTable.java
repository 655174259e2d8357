package org.skep.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.model.Correction.NamePersons.Row;

/**
 * A user's table of persons as a text file: a line is Wikidata's id, the name to show and the other
 * names, separated by tabs, the other names by {@code |}. The id may be empty; {@code #} begins a
 * comment line. A line that is none of these is a fault and harms no other. Of two lines about one
 * person the later holds.
 *
 * @param rows in the order of the file
 */
public record AliasTable(List<Row> rows, List<Fault> faults) {
  /** Rows of one file, and of all that was ever loaded. */
  public static final int ROWS_MAX = 20_000;

  /** Other names of one person. */
  static final int ALIASES_MAX = 64;

  private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]{0,11}");
  private static final char NOT_UTF_8 = '\uFFFD';

  public AliasTable {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * A line that was left out.
   *
   * @param line from 1
   * @param what what is wrong with it, and what to do
   */
  public record Fault(int line, String what) {}

  /** Reads a table; never fails, linear. */
  public static AliasTable parse(String text) {
    Map<String, Row> rows = new LinkedHashMap<>();
    var faults = new ArrayList<Fault>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.charAt(0) == '#') {
        continue;
      }
      if (rows.size() >= ROWS_MAX) {
        faults.add(new Fault(number, "a table has at most " + ROWS_MAX + " rows; take others out"));
        break;
      }
      String[] fields = line.split("\t", -1);
      String fault = fault(line, fields);
      if (fault == null) {
        Row row = row(fields);
        rows.put(row.identity(), row);
      } else {
        faults.add(new Fault(number, fault));
      }
    }
    return new AliasTable(List.copyOf(rows.values()), faults);
  }

  private static @Nullable String fault(String line, String[] fields) {
    if (line.indexOf(NOT_UTF_8) >= 0) {
      return "not UTF-8; save the file as UTF-8";
    }
    if (fields.length < 2 || fields.length > 3) {
      return "expected id, name and other names with a tab between, found "
          + fields.length
          + " columns; write Q123<tab>Name<tab>Other|Names";
    }
    String item = fields[0].strip();
    if (!item.isEmpty() && !ITEM.matcher(item).matches()) {
      return "\"" + item + "\" is no Wikidata id; write Q and a number, or leave it empty";
    }
    if (fields[1].isBlank()) {
      return "the name is empty; write the name to show after the first tab";
    }
    var names = new ArrayList<>(aliases(fields));
    if (names.size() > ALIASES_MAX) {
      return names.size() + " other names, at most " + ALIASES_MAX + "; leave some out";
    }
    names.add(fields[1].strip());
    for (String name : names) {
      if (name.length() > People.NAME_CHARS_MAX
          || name.codePoints().noneMatch(Character::isLetter)) {
        return "\""
            + name.substring(0, Math.min(name.length(), 40))
            + "\" is no name; a name has letters and at most "
            + People.NAME_CHARS_MAX
            + " characters";
      }
    }
    return null;
  }

  private static Row row(String[] fields) {
    String item = fields[0].strip();
    return new Row(item.isEmpty() ? null : item, fields[1].strip(), aliases(fields));
  }

  private static List<String> aliases(String[] fields) {
    return fields.length < 3
        ? List.of()
        : Arrays.stream(fields[2].split("\\|", -1))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty() && !alias.equals(fields[1].strip()))
            .distinct()
            .toList();
  }
}

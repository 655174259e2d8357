package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skep.html.Element;
import org.skep.model.Stated;

/**
 * The date of publication in the JSON that a page carries for its own script ({@code
 * "publishedAt":"2026-03-12T10:00:00Z"}): the last that is asked, as the data may be of other
 * articles too. One search for a word per script, and only where nothing else dates the page.
 */
final class DataDates {
  private static final int SCRIPT_CHARS_MAX = 1 << 20;
  private static final int DATES_MAX = 4;
  private static final String KEY = "ublish";

  /** From the key's "ublish" to the end of an ISO date; quotes may be escaped. */
  private static final Pattern REST =
      Pattern.compile(
          "ublish(?:ed|ing)?[_-]?(?:at|date|on|time)?\\\\*[\"']\\s*[:,]\\s*\\\\*[\"']"
              + "((?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?:[T ][\\d:.]{5,12}(?:Z|[+-]\\d\\d:?\\d\\d)?)?)",
          Pattern.CASE_INSENSITIVE);

  private DataDates() {}

  static List<Stated> read(List<Element> described, DateReader reader) {
    var values = new ArrayList<String>();
    for (Element script : described) {
      if (script.name().equals("script") && values.size() < DATES_MAX) {
        String data = script.data();
        if (data.length() <= SCRIPT_CHARS_MAX) {
          collect(data, values);
        }
      }
    }
    return reader.readAll(values);
  }

  private static void collect(String data, List<String> into) {
    var rest = REST.matcher(data);
    int at = data.indexOf(KEY);
    while (at >= 0 && into.size() < DATES_MAX) {
      rest.region(at, data.length());
      if (rest.lookingAt()) {
        into.add(rest.group(1));
      }
      at = data.indexOf(KEY, at + KEY.length());
    }
  }
}

package org.skep.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/** When the page says it was published and last changed. */
final class PublicationDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[T ](\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?\\s*(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern IN_URL =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d\\d?)[/-](\\d\\d?)(?=\\D|$)");

  private PublicationDates() {}

  static @Nullable Stated first(List<String> values) {
    for (String value : values) {
      Stated stated = parse(value);
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  static @Nullable Stated parse(String value) {
    Matcher iso = ISO.matcher(value.strip());
    if (!iso.lookingAt()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      if (iso.group(4) == null) {
        return new Stated(day.atStartOfDay().atOffset(ZoneOffset.UTC), true);
      }
      int second = iso.group(6) == null ? 0 : number(iso, 6);
      LocalDateTime time = day.atTime(number(iso, 4), number(iso, 5), second);
      String zone = iso.group(7);
      return new Stated(
          OffsetDateTime.of(time, zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone)), false);
    } catch (DateTimeException e) {
      return null; // 2025-02-31: nobody can say which day was meant
    }
  }

  static @Nullable Stated fromUrl(String url) {
    Matcher found = IN_URL.matcher(url);
    return found.find()
        ? parse(found.group(1) + "-" + found.group(2) + "-" + found.group(3))
        : null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}

package org.skep.model;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to JSON bytes and back, with a version in front: {@code [1, {...}]}. A field added later
 * is absent in old bytes and must be nullable or have a default; any other change raises {@link
 * #VERSION} and reads the old form. Thread-safe; about 30 µs for an analysed article of 5 KB.
 */
public final class Codec {
  /** Written in front of every record. */
  public static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) // a page states its zone
          .build();

  private Codec() {}

  /** The bytes of a record of this package. */
  public static byte[] encode(Object value) {
    return MAPPER.writeValueAsBytes(new Object[] {VERSION, value});
  }

  /**
   * The record those bytes were made from.
   *
   * @throws IllegalArgumentException when the bytes are damaged or of a later version
   */
  public static <T> T decode(byte[] bytes, Class<T> type) {
    try (var parser = MAPPER.createParser(bytes)) {
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      int version =
          array && parser.nextToken() == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
      if (version != VERSION) {
        throw new IllegalArgumentException(
            type.getSimpleName()
                + " of version "
                + version
                + "; this program reads version "
                + VERSION);
      }
      parser.nextToken();
      return parser.readValueAs(type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " is damaged: " + e.getOriginalMessage(), e);
    }
  }
}

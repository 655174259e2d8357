package org.skep.language;

import java.lang.Character.UnicodeScript;

/**
 * A language Skep knows.
 *
 * @param code ISO 639-1
 * @param name in English
 * @param ownName as its speakers write it
 * @param script what it is written in; Japanese by its hiragana
 * @param letters letters that speak for it among the languages of its script; may be empty
 */
public record Language(
    String code, String name, String ownName, UnicodeScript script, String letters) {
  static Language parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length < 4) {
      throw new IllegalArgumentException("languages.txt: four tab-separated columns, not: " + line);
    }
    return new Language(
        parts[0],
        parts[1],
        parts[2],
        UnicodeScript.valueOf(parts[3]),
        parts.length > 4 ? parts[4] : "");
  }
}

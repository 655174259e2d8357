package org.skep.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords everybody tries first: the 30,000 commonest of leaked lists as zxcvbn ships them
 * (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", 2016), names and ordinary words of
 * {@code access/common-passwords.txt}, which that list leaves to its dictionaries, and each word
 * with capitals, with digits for letters ("p4ssw0rd"), doubled, backwards, and with digits and
 * marks before or after it ("dragon2026!"). Pure; 3 MB.
 */
final class CommonPasswords {
  private static final String DIGITS = "013457@$!";
  private static final String LETTERS = "oieastasi";

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  static CommonPasswords bundled() {
    String name = "/access/common-passwords.txt";
    try (var in = CommonPasswords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      Stream<String> own =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"));
      Stream<String> leaked =
          StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet().stream();
      return new CommonPasswords(
          Stream.concat(own, leaked).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  boolean has(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    String bare = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return Stream.of(lower, letters(lower), bare, letters(bare)).anyMatch(this::inList)
        || sequence(lower);
  }

  private boolean inList(String word) {
    int half = word.length() / 2;
    boolean doubled =
        word.length() % 2 == 0 && word.substring(0, half).equals(word.substring(half));
    return words.contains(word)
        || words.contains(new StringBuilder(word).reverse().toString())
        || (doubled && words.contains(word.substring(0, half)));
  }

  /** One or two characters over and over, digits alone in order, a date. */
  private static boolean sequence(String password) {
    return password.chars().distinct().count() <= 2
        || "01234567890123456789".contains(password)
        || "98765432109876543210".contains(password)
        || password.matches("(19|20)\\d{6}|\\d{4}(19|20)\\d{2}");
  }

  private static String letters(String password) {
    return password
        .chars()
        .map(c -> {
          int at = DIGITS.indexOf(c);
          return at < 0 ? c : LETTERS.charAt(at);
        })
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package org.skep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skep.index.SearchQuery.Field;
import org.skep.index.SearchQuery.Node;

/**
 * Reads what a person typed: words, "phrases", operators ({@code source:gazette}, {@code said:"not
 * true"}), negation by a minus, OR, brackets. Whatever makes no sense as an operator is read as
 * words, with a warning; there is no input it fails on. One pass, bounded depth and size.
 */
final class SearchQueryParser {
  private static final int LENGTH_MAX = 2_000;
  private static final int TERMS_MAX = 100;
  private static final int DEPTH_MAX = 20;

  private final String input;
  private final List<String> warnings = new ArrayList<>();
  private int at;
  private int terms;

  SearchQueryParser(String input) {
    boolean tooLong = input.length() > LENGTH_MAX;
    this.input = tooLong ? input.substring(0, LENGTH_MAX) : input;
    if (tooLong) {
      warnings.add("Only the first " + LENGTH_MAX + " characters were read.");
    }
  }

  SearchQuery parse() {
    List<Node> parts = new ArrayList<>();
    while (at < input.length()) {
      Node part = alternatives(0);
      if (!isNothing(part)) {
        parts.add(part);
      }
      if (at < input.length()) {
        at++; // a closing bracket nobody opened
      }
    }
    return new SearchQuery(parts.size() == 1 ? parts.getFirst() : new Node.All(parts), warnings);
  }

  private Node alternatives(int depth) {
    List<Node> sides = new ArrayList<>();
    List<Node> side = new ArrayList<>();
    for (skipBlanks(); at < input.length() && input.charAt(at) != ')'; skipBlanks()) {
      if (takeOr()) {
        sides.add(new Node.All(side));
        side = new ArrayList<>();
      } else {
        part(depth).ifPresent(side::add);
      }
    }
    sides.add(new Node.All(side));
    sides.removeIf(SearchQueryParser::isNothing);
    return switch (sides.size()) {
      case 0 -> new Node.All(List.of());
      case 1 -> sides.getFirst();
      default -> new Node.Any(sides);
    };
  }

  private Optional<Node> part(int depth) {
    if (input.charAt(at) == '-' && at + 1 < input.length() && !isBlank(input.charAt(at + 1))) {
      at++;
      return depth >= DEPTH_MAX
          ? Optional.empty()
          : part(depth + 1).map(node -> (Node) new Node.Not(node));
    }
    if (input.charAt(at) == '(') {
      at++;
      if (depth >= DEPTH_MAX) {
        warn("Brackets deeper than " + DEPTH_MAX + " were left out.");
        return Optional.empty();
      }
      Node inner = alternatives(depth + 1);
      if (at < input.length()) {
        at++; // the closing one
      }
      return isNothing(inner) ? Optional.empty() : Optional.of(inner);
    }
    return term();
  }

  private static boolean isNothing(Node node) {
    return node instanceof Node.All all && all.nodes().isEmpty();
  }

  private Optional<Node> term() {
    Field field = field();
    boolean quoted = at < input.length() && isQuote(input.charAt(at));
    String text = quoted ? quoted() : word();
    if (text.isBlank()) {
      if (field != Field.ANY) {
        warn(name(field) + ": has nothing after it and was left out.");
      }
      return Optional.empty();
    }
    if (++terms > TERMS_MAX) {
      warn("Only the first " + TERMS_MAX + " words were searched.");
      return Optional.empty();
    }
    return check(field, text, quoted);
  }

  private Optional<Node> check(Field field, String text, boolean quoted) {
    boolean sound =
        switch (field) {
          case BEFORE, AFTER -> SearchDates.parse(text).isPresent();
          case IS -> SearchFlags.IS.contains(text.toLowerCase(Locale.ROOT));
          case HAS -> SearchFlags.HAS.contains(text.toLowerCase(Locale.ROOT));
          case STORY -> isLong(text);
          case ANY, TITLE, SOURCE, LANG, SPEAKER, SAID, PERSON, LABEL -> true;
        };
    if (!sound) {
      warn(name(field) + ":" + text + " was left out; " + allowed(field) + ".");
      return Optional.empty();
    }
    return Optional.of(new Node.Term(field, text, quoted));
  }

  private static boolean isLong(String text) {
    try {
      return Long.parseLong(text) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String allowed(Field field) {
    return switch (field) {
      case BEFORE, AFTER -> "a date reads 2026, 2026-03 or 2026-03-01";
      case IS -> "is: takes " + String.join(", ", SearchFlags.IS);
      case HAS -> "has: takes " + String.join(", ", SearchFlags.HAS);
      case STORY -> "a story is named by its number";
      case ANY, TITLE, SOURCE, LANG, SPEAKER, SAID, PERSON, LABEL -> "";
    };
  }

  /** The operator at this place; moves behind its colon. */
  private Field field() {
    for (Field field : Field.values()) {
      String prefix = name(field) + ":";
      if (field != Field.ANY && input.regionMatches(true, at, prefix, 0, prefix.length())) {
        at += prefix.length();
        return field;
      }
    }
    return Field.ANY;
  }

  private String quoted() {
    at++;
    int begin = at;
    while (at < input.length() && !isQuote(input.charAt(at))) {
      at++;
    }
    String text = input.substring(begin, at);
    if (at < input.length()) {
      at++;
    } else {
      warn("A quotation mark is not closed.");
    }
    return text;
  }

  private String word() {
    int begin = at;
    while (at < input.length()
        && !isBlank(input.charAt(at))
        && "()\"“”„".indexOf(input.charAt(at)) < 0) {
      at++;
    }
    return input.substring(begin, at);
  }

  private boolean takeOr() {
    boolean or =
        input.startsWith("OR", at) && (at + 2 == input.length() || isBlank(input.charAt(at + 2)));
    at += or ? 2 : 0;
    return or;
  }

  private void skipBlanks() {
    while (at < input.length() && isBlank(input.charAt(at))) {
      at++;
    }
  }

  private void warn(String warning) {
    if (warnings.size() < 10 && !warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  private static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

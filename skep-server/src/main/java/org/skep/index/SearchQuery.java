package org.skep.index;

import java.util.List;

/**
 * What a user searches for, as a tree.
 *
 * @param warnings what could not be understood and was left out or read as words
 */
public record SearchQuery(Node root, List<String> warnings) {
  public SearchQuery {
    warnings = List.copyOf(warnings);
  }

  /** Reads any input; never fails. */
  public static SearchQuery parse(String input) {
    return new SearchQueryParser(input).parse();
  }

  /** Whether it asks for nothing at all. */
  public boolean isEmpty() {
    return root instanceof Node.All all && all.nodes().isEmpty();
  }

  /** Where words are looked for, as the operators spell it. */
  public enum Field {
    ANY,
    TITLE,
    SOURCE,
    LANG,
    SPEAKER,
    SAID,
    PERSON,
    STORY,
    BEFORE,
    AFTER,
    IS,
    HAS,
    LABEL
  }

  /** Part of the tree. */
  public sealed interface Node {
    /** Every one of them must match; none at all matches everything. */
    record All(List<Node> nodes) implements Node {
      public All {
        nodes = List.copyOf(nodes);
      }
    }

    /** One of them must match. */
    record Any(List<Node> nodes) implements Node {
      public Any {
        nodes = List.copyOf(nodes);
      }
    }

    /** It must not match. */
    record Not(Node node) implements Node {}

    /**
     * Words in a field.
     *
     * @param phrase whether they must stand in this order; else the last may end in an asterisk
     */
    record Term(Field field, String text, boolean phrase) implements Node {}
  }
}

package org.skep.html;

import java.util.HashMap;
import java.util.Map;

/**
 * What the HTML standard (section 13, parsing) knows of an element's name, as bits. Names it does
 * not know are inline. Immutable.
 */
final class Tag {
  /** No child and no end tag. */
  static final int VOID = 1;

  /** Ends the search of an end tag for its start. */
  static final int SPECIAL = 1 << 1;

  /** Is opened again in the next block when it was left open. */
  static final int FORMATTING = 1 << 2;

  /** Hides what is outside from the search for an element in scope. */
  static final int SCOPE = 1 << 3;

  /** Is closed by the end of what it stands in. */
  static final int IMPLIED_END = 1 << 4;

  /** Closes an open paragraph. */
  static final int CLOSES_P = 1 << 5;

  static final int HEADING = 1 << 6;

  /** Belongs into the head when the body has not begun. */
  static final int HEAD = 1 << 7;

  /** What is in it is no markup, up to its end tag. */
  static final int RAW = 1 << 8;

  /** As {@link #RAW}, but with character references. */
  static final int RCDATA = 1 << 9;

  /** A part of a table. */
  static final int TABLE_PART = 1 << 10;

  /** Flows within a line. */
  static final int INLINE = 1 << 11;

  /** Its text is for programs. */
  static final int SILENT = 1 << 12;

  /** Ends an image or formula it stands in. */
  static final int BREAKS_OUT = 1 << 13;

  /** An image or a formula, with elements of its own. */
  static final int FOREIGN = 1 << 14;

  private static final Map<String, Tag> KNOWN = new HashMap<>();
  private static final Tag[] SLOTS = new Tag[1024];

  static {
    mark(
        VOID,
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
            + " track wbr");
    mark(
        SPECIAL,
        "address applet area article aside base basefont bgsound blockquote body br button caption"
            + " center col colgroup dd details dir div dl dt embed fieldset figcaption figure"
            + " footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img"
            + " input keygen li link listing main marquee menu meta nav noembed noframes noscript"
            + " object ol p param plaintext pre script search section select source style summary"
            + " table tbody td template textarea tfoot th thead title tr track ul wbr xmp");
    mark(FORMATTING, "a b big code em font i nobr s small strike strong tt u");
    mark(SCOPE, "applet caption html table td th marquee object template");
    mark(IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
    mark(
        CLOSES_P,
        "address article aside blockquote center details dialog dir div dl fieldset figcaption"
            + " figure footer header hgroup main menu nav ol p search section summary ul h1 h2 h3"
            + " h4 h5 h6 pre listing form li dd dt plaintext table hr xmp");
    mark(HEADING, "h1 h2 h3 h4 h5 h6");
    mark(HEAD, "base basefont bgsound link meta title style script noscript noframes template");
    mark(RAW, "style script xmp iframe noembed noframes noscript");
    mark(RCDATA, "title textarea");
    mark(TABLE_PART, "caption col colgroup tbody td tfoot th thead tr");
    mark(
        INLINE,
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr"
            + " picture q rp rt ruby s samp small source span strike strong sub sup time tt u var"
            + " wbr");
    mark(
        SILENT,
        "audio button canvas datalist embed iframe input map meter noscript object option progress"
            + " script select style svg template textarea title video amp-ad amp-analytics");
    mark(
        BREAKS_OUT,
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img"
            + " li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt"
            + " u ul var");
    mark(FOREIGN, "svg math");
    mark(0, "form font");
  }

  final String name;
  private int bits;

  private Tag(String name) {
    this.name = name;
  }

  private static void mark(int bit, String names) {
    for (String name : names.split(" ")) {
      Tag tag =
          KNOWN.computeIfAbsent(
              name,
              key -> {
                var fresh =
                    new Tag(key.intern()); // the very object of the literals it is compared with
                fresh.bits = key.indexOf('-') > 0 ? INLINE : 0;
                int slot = hash(key) & SLOTS.length - 1;
                while (SLOTS[slot] != null) {
                  slot = slot + 1 & SLOTS.length - 1;
                }
                SLOTS[slot] = fresh;
                return fresh;
              });
      tag.bits |= bit;
    }
  }

  boolean is(int bit) {
    return (bits & bit) != 0;
  }

  /** The tag of this name, in lower case. */
  static Tag of(String name) {
    Tag known = KNOWN.get(name);
    return known == null ? unknown(name) : known;
  }

  private static Tag unknown(String name) {
    var fresh = new Tag(name);
    fresh.bits = name.indexOf('-') > 0 ? INLINE : 0;
    return fresh;
  }

  /** The tag whose name is written here, in whatever case. */
  static Tag at(char[] input, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + lower(input[i]);
    }
    for (int slot = hash & SLOTS.length - 1;
        SLOTS[slot] != null;
        slot = slot + 1 & SLOTS.length - 1) {
      if (isAt(SLOTS[slot].name, input, begin, end)) {
        return SLOTS[slot];
      }
    }
    return unknown(lower(input, begin, end));
  }

  static String lower(char[] input, int begin, int end) {
    var name = new StringBuilder(end - begin);
    for (int i = begin; i < end; i++) {
      name.append(lower(input[i]));
    }
    return name.toString();
  }

  /** Whether a name in lower case is written here. */
  static boolean isAt(String name, char[] input, int begin, int end) {
    if (name.length() != end - begin) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (lower(input[i]) != name.charAt(i - begin)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String name) {
    return name.hashCode();
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}

package org.skep.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what calls itself XML and is not: a bare {@code &}, tags left open or closed twice,
 * attributes without quotes, undeclared prefixes, control characters, HTML inside, garbage before
 * and after, a cut end. It reads as far as the text goes; an end tag closes everything opened since
 * its start tag, one without a start tag is ignored.
 *
 * <p>One pass, linear; single use. Stops with a note at {@link XmlDocument#DEPTH_MAX} and {@link
 * XmlDocument#ELEMENTS_MAX}.
 */
final class LenientXml {
  private static final int HEALED_MAX = 10;

  /** Elements of HTML that never have an end tag; not {@code link}, which RSS closes. */
  private static final String VOID = " br hr img input wbr col area embed param ";

  /** Elements that hold text only: a second start tag is an end tag that lost its slash. */
  private static final String LEAVES =
      " title link guid pubdate author category language ttl updated published id ";

  private final String text;
  private final Entities entities = new Entities();
  private final List<String> healed = new ArrayList<>();
  private final List<XmlElement> open = new ArrayList<>();
  private final List<Map<String, String>> scopes = new ArrayList<>();
  private final Map<String, Integer> openNames = new HashMap<>();
  private @Nullable XmlElement root;
  private int elements;
  private boolean stopped;
  private boolean commentsEnd; // no --> is left: do not look for it again
  private boolean instructionsEnd;

  LenientXml(String text) {
    this.text = text;
  }

  List<String> healed() {
    return healed;
  }

  @Nullable XmlElement read() {
    int i = 0;
    while (i < text.length() && !stopped) {
      int tag = text.indexOf('<', i);
      int end = tag < 0 ? text.length() : tag;
      text(i, end);
      i = tag < 0 ? end : markup(tag);
    }
    for (int depth = open.size(); depth-- > 0; ) {
      open.get(depth).cut();
    }
    if (!open.isEmpty() && !stopped) {
      note(text.length(), "the document ends inside <" + open.getLast().name() + ">");
    }
    return root;
  }

  private void note(int offset, String what) {
    if (healed.size() < HEALED_MAX) {
      healed.add(XmlDocument.place(text, offset) + what);
    }
  }

  private void text(int begin, int end) {
    if (!open.isEmpty() && begin < end) {
      open.getLast().add(entities.decode(clean(text.substring(begin, end))));
    }
  }

  /** The text after the markup that begins here; a lone {@code <} is text. */
  private int markup(int at) {
    if (text.startsWith("<!--", at)) {
      return comment(at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return cdata(at + 9);
    }
    if (text.startsWith("<!", at)) {
      return declaration(at);
    }
    if (text.startsWith("<?", at)) {
      return instruction(at + 2);
    }
    boolean ending = text.startsWith("</", at);
    int name = ending ? at + 2 : at + 1;
    if (name < text.length() && isNameStart(text.charAt(name))) {
      return ending ? endTag(name) : startTag(at, name);
    }
    text(at, at + 1);
    return at + 1;
  }

  /** A comment that never ends is over at its next {@code >}. */
  private int comment(int from) {
    int end = commentsEnd ? -1 : text.indexOf("-->", from);
    commentsEnd = end < 0;
    return end < 0 ? skipTo('>', from) : end + 3;
  }

  /** So is an instruction. */
  private int instruction(int from) {
    int end = instructionsEnd ? -1 : text.indexOf("?>", from);
    instructionsEnd = end < 0;
    return end < 0 ? skipTo('>', from) : end + 2;
  }

  private int skipTo(char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at + 1;
  }

  private int cdata(int from) {
    int end = text.indexOf("]]>", from);
    int stop = end < 0 ? text.length() : end;
    if (!open.isEmpty()) {
      open.getLast().add(clean(text.substring(from, stop)));
    }
    return end < 0 ? stop : end + 3;
  }

  /** DOCTYPE, skipped with its internal subset; plain entities declared there are remembered. */
  private int declaration(int at) {
    int i = at + 2;
    int depth = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '>' && depth <= 0) {
        return i + 1;
      }
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (depth > 0 && text.startsWith("<!ENTITY", i)) {
        i = Math.max(i, entities.declare(text, i + 8) - 1);
      } else if (depth > 0 && text.startsWith("<!--", i)) {
        i = comment(i + 4) - 1;
      } else if (depth <= 0 && c == '<') {
        return i; // never closed
      }
      i++;
    }
    return text.length();
  }

  private int endTag(int from) {
    int end = nameEnd(from);
    String name = text.substring(from, end);
    String key = key(name);
    int stop = end;
    while (stop < text.length() && text.charAt(stop) != '>' && text.charAt(stop) != '<') {
      stop++;
    }
    if (openNames.getOrDefault(key, 0) == 0) {
      note(from - 2, "</" + name + "> closes nothing");
    } else {
      closeUpTo(key, from - 2);
    }
    return stop < text.length() && text.charAt(stop) == '>' ? stop + 1 : stop;
  }

  private void closeUpTo(String key, int offset) {
    while (true) {
      XmlElement last = open.removeLast();
      scopes.removeLast();
      String name = key(last.printed());
      openNames.merge(name, -1, Integer::sum);
      if (name.equals(key)) {
        return;
      }
      note(offset, "<" + last.name() + "> is not closed");
    }
  }

  private int startTag(int at, int from) {
    int end = nameEnd(from);
    String name = text.substring(from, end);
    var printed = new ArrayList<String[]>();
    int i = end;
    boolean empty = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '>') {
        i++;
        break;
      }
      if (c == '<') {
        note(i, "<" + name + "> has no >");
        break;
      }
      empty = c == '/';
      i =
          c == '/' || c == '"' || c == '\'' || c == '=' || isBlank(c)
              ? i + 1
              : attribute(i, printed);
    }
    start(at, name, printed, empty || VOID.contains(" " + key(name) + " "));
    return i;
  }

  private int attribute(int from, List<String[]> printed) {
    int end = from;
    while (end < text.length()
        && !isBlank(text.charAt(end))
        && "=/><\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(from, end);
    int i = skipBlanks(end);
    String value = "";
    if (i < text.length() && text.charAt(i) == '=') {
      i = skipBlanks(i + 1);
      int begin = i;
      char quote = i < text.length() ? text.charAt(i) : ' ';
      int close = quote == '"' || quote == '\'' ? text.indexOf(quote, i + 1) : -1;
      if (close >= 0) {
        value = text.substring(begin + 1, close);
        i = close + 1;
      } else {
        while (i < text.length() && !isBlank(text.charAt(i)) && text.charAt(i) != '>') {
          i++;
        }
        value = text.substring(begin, i);
      }
    } else {
      i = end;
    }
    if (printed.size() < XmlDocument.ATTRIBUTES_MAX) {
      printed.add(new String[] {name, entities.decode(clean(value))});
    }
    return Math.max(i, from + 1);
  }

  private void start(int at, String name, List<String[]> printed, boolean empty) {
    if (open.size() >= XmlDocument.DEPTH_MAX || ++elements > XmlDocument.ELEMENTS_MAX) {
      note(at, open.size() >= XmlDocument.DEPTH_MAX ? "nested too deeply" : "too many elements");
      stopped = true;
      return;
    }
    if (isLostEndTag(name, printed)) {
      note(at, "<" + name + "> should be </" + name + ">");
      closeUpTo(key(name), at);
      return;
    }
    Map<String, String> scope = scope(printed);
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String namespace = scope.get(prefix);
    if (namespace == null && !prefix.isEmpty()) {
      note(at, "the prefix of <" + name + "> is not declared");
    }
    var element = new XmlElement(XmlName.of(name, prefix, namespace == null ? "" : namespace));
    for (String[] attribute : printed) {
      int c = attribute[0].indexOf(':');
      if (!attribute[0].equals("xmlns") && !attribute[0].startsWith("xmlns:")) {
        String p = c < 0 ? "" : attribute[0].substring(0, c);
        String uri = p.isEmpty() ? "" : scope.getOrDefault(p, "");
        element.attribute(
            new XmlElement.Attribute(p, uri, attribute[0].substring(c + 1), attribute[1]));
      }
    }
    if (!open.isEmpty()) {
      open.getLast().add(element);
    } else if (root == null) {
      root = element;
      scope.forEach((declared, uri) ->
          element.attribute(new XmlElement.Attribute("xmlns", "", declared, uri)));
    } else {
      root.add(element); // a second root belongs to the first: nothing is lost
    }
    if (!empty) {
      open.add(element);
      scopes.add(scope);
      openNames.merge(key(name), 1, Integer::sum);
    }
  }

  private boolean isLostEndTag(String name, List<String[]> printed) {
    return !open.isEmpty()
        && printed.isEmpty()
        && LEAVES.contains(" " + key(name) + " ")
        && key(open.getLast().printed()).equals(key(name))
        && !open.getLast().content().isEmpty();
  }

  private Map<String, String> scope(List<String[]> printed) {
    Map<String, String> outer = scopes.isEmpty() ? Map.of() : scopes.getLast();
    Map<String, String> own = new HashMap<>();
    for (String[] attribute : printed) {
      if (attribute[0].equals("xmlns") || attribute[0].startsWith("xmlns:")) {
        own.put(attribute[0].equals("xmlns") ? "" : attribute[0].substring(6), attribute[1]);
      }
    }
    if (own.isEmpty()) {
      return outer;
    }
    outer.forEach(own::putIfAbsent);
    return own.size() > XmlDocument.NAMESPACES_MAX ? outer : own;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < text.length() && !isBlank(text.charAt(i)) && "/><=\"'".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c <= ' ';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  /** Without the characters XML forbids; a line break is one character. */
  private static String clean(String value) {
    int i = 0;
    while (i < value.length() && isAllowed(value.charAt(i))) {
      i++;
    }
    if (i == value.length()) {
      return value;
    }
    var clean = new StringBuilder(value.length());
    for (int k = 0; k < value.length(); k++) {
      char c = value.charAt(k);
      if (c == '\r') {
        clean.append(k + 1 < value.length() && value.charAt(k + 1) == '\n' ? "" : "\n");
      } else if (isAllowed(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean isAllowed(char c) {
    return c >= ' ' ? c != '\ufffe' && c != '\uffff' : c == '\t' || c == '\n';
  }
}

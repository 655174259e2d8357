package org.skep.html;

import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of tags and texts by the tree construction of the HTML standard (13.2.6): what is
 * left out is implied, what is left open is closed, what may not stand in a table goes before it.
 * Left out are frames, quirks and the insides of templates, whose text nobody reads. Bounded by
 * {@link #DEPTH_MAX} and {@link #NODES_MAX}; what is deeper becomes a sibling, what is more is
 * passed over.
 */
final class TreeBuilder {
  static final int DEPTH_MAX = 512;
  static final int NODES_MAX = 1_000_000;

  private enum Mode {
    HEAD,
    BODY,
    TABLE,
    CAPTION,
    COLUMNS,
    TABLE_BODY,
    ROW,
    CELL
  }

  private final OpenElements open = new OpenElements();
  private final Formatting formatting = new Formatting();
  private final Element root;
  private final Element head;
  private final Element body;
  private Mode mode = Mode.HEAD;
  private @Nullable Element form;
  private boolean foster;
  private boolean afterPre;
  private int nodes;

  TreeBuilder() {
    root = Element.of("html");
    head = Element.of("head");
    body = Element.of("body");
    root.append(head);
    root.append(body);
    open.push(root);
  }

  Element root() {
    return root;
  }

  /** Whether the innermost element is an image or a formula. */
  boolean inForeign() {
    return open.foreign() != null;
  }

  void text(String input, int begin, int end) {
    int from = begin;
    if (afterPre && input.charAt(from) == '\n') {
      from++;
    }
    afterPre = false;
    if (from == end || nodes > NODES_MAX || inForeign()) {
      return;
    }
    boolean blank = isBlank(input, from, end);
    if (mode == Mode.HEAD) {
      if (blank) {
        return;
      }
      beginBody();
    }
    String text =
        blank && end - from == 1
            ? blank(input.charAt(from))
            : CharacterReferences.resolve(input, from, end, false);
    if (!blank && inTable()) {
      foster = true;
      reopen();
      insert(new TextNode(text));
      foster = false;
    } else {
      if (!blank) {
        reopen();
      }
      insert(new TextNode(text));
    }
  }

  private static String blank(char c) {
    return c == '\n' ? "\n" : " ";
  }

  private static boolean isBlank(String input, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (input.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** An element whose content is no markup, whole. */
  void raw(Tag tag, String[] attributes, String content) {
    afterPre = false;
    if (inForeign() || nodes > NODES_MAX) {
      return;
    }
    var element = new Element(tag, attributes);
    if (!content.isEmpty()) {
      element.append(new TextNode(content));
    }
    if (mode == Mode.HEAD) {
      boolean early = tag.is(Tag.HEAD);
      if (early) {
        head.append(element);
        return;
      }
      beginBody();
    }
    foster = inTable() && !tag.is(Tag.HEAD);
    insert(element);
    foster = false;
  }

  void start(Tag tag, String[] attributes, boolean selfClosing) {
    afterPre = false;
    if (nodes > NODES_MAX) {
      return;
    }
    if (inForeign()) {
      foreign(tag, attributes, selfClosing);
      return;
    }
    switch (tag.name) {
      case "html" -> root.merge(attributes);
      case "head" -> head.merge(attributes);
      case "body" -> {
        beginBody();
        body.merge(attributes);
      }
      case "frameset", "frame" -> {}
      case "image" -> startBelow(Tag.of("img"), attributes, selfClosing);
      default -> startBelow(tag, attributes, selfClosing);
    }
  }

  private void startBelow(Tag tag, String[] attributes, boolean selfClosing) {
    if (mode == Mode.HEAD) {
      if (tag.is(Tag.HEAD) && tag.is(Tag.VOID)) {
        head.append(new Element(tag, attributes));
        nodes++;
        return;
      }
      beginBody();
    }
    if (mode == Mode.BODY) {
      startInBody(tag, attributes, selfClosing);
    } else {
      startInTable(tag, attributes, selfClosing);
    }
  }

  private void beginBody() {
    if (mode == Mode.HEAD) {
      open.push(body);
      mode = Mode.BODY;
    }
  }

  private void startInBody(Tag tag, String[] attributes, boolean selfClosing) {
    if (tag.is(Tag.TABLE_PART)) {
      return; // outside a table
    }
    if (open.inSelect() && !startInSelect(tag)) {
      return;
    }
    if (tag.is(Tag.CLOSES_P)) {
      startBlock(tag, attributes);
      return;
    }
    switch (tag.name) {
      case "a" -> {
        Element earlier = formatting.lastSinceMarker(tag);
        if (earlier != null) {
          adopt(tag);
          formatting.remove(earlier);
          open.remove(earlier);
        }
      }
      case "nobr" -> {
        reopen();
        if (open.inScope(tag)) {
          adopt(tag);
        }
      }
      case "button" -> {
        if (open.inScope(tag)) {
          open.closeImplied(tag);
          open.popThrough(tag);
        }
      }
      case "option", "optgroup" -> {
        if (open.current().name().equals("option")) {
          open.pop();
        }
      }
      case "rb", "rtc", "rp", "rt" -> open.closeImplied(Tag.of("rtc"));
      default -> {}
    }
    reopen();
    Element element = insert(new Element(tag, attributes));
    if (tag.is(Tag.VOID) || (selfClosing && OpenElements.isForeign(element))) {
      return;
    }
    push(element);
    if (tag.is(Tag.FORMATTING)) {
      formatting.add(element);
    } else if (tag.name.equals("object")
        || tag.name.equals("applet")
        || tag.name.equals("marquee")) {
      formatting.mark();
    }
  }

  /** In a select only its options count; what else can be written into ends it or is dropped. */
  private boolean startInSelect(Tag tag) {
    return switch (tag.name) {
      case "option", "optgroup", "hr" -> true;
      case "select" -> {
        open.popThrough(tag);
        yield false;
      }
      case "input", "keygen" -> {
        open.popThrough(Tag.of("select"));
        yield true;
      }
      default -> false;
    };
  }

  private void startBlock(Tag tag, String[] attributes) {
    switch (tag.name) {
      case "form" -> {
        if (form != null) {
          return;
        }
      }
      case "li" -> closeItem("li", "li");
      case "dd", "dt" -> closeItem("dd", "dt");
      default -> {}
    }
    closeParagraph();
    if (tag.is(Tag.HEADING) && open.current().tag.is(Tag.HEADING)) {
      open.pop();
    }
    Element element = insert(new Element(tag, attributes));
    if (tag.is(Tag.VOID)) {
      return;
    }
    push(element);
    switch (tag.name) {
      case "form" -> form = element;
      case "pre", "listing" -> afterPre = true;
      case "table" -> mode = Mode.TABLE;
      default -> {}
    }
  }

  /** An item ends the item before it, unless that is of a list further out. */
  private void closeItem(String one, String other) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Element element = open.get(i);
      String name = element.name();
      if (name.equals(one) || name.equals(other)) {
        open.closeImplied(element.tag);
        open.popThrough(element.tag);
        return;
      }
      if (element.tag.is(Tag.SPECIAL)
          && !(name.equals("address") || name.equals("div") || name.equals("p"))) {
        return;
      }
    }
  }

  private void closeParagraph() {
    if (open.paragraphInButtonScope()) {
      open.closeImplied(OpenElements.P);
      open.popThrough(OpenElements.P);
    }
  }

  private boolean inTable() {
    return mode == Mode.TABLE || mode == Mode.TABLE_BODY || mode == Mode.ROW;
  }

  private void startInTable(Tag tag, String[] attributes, boolean selfClosing) {
    String name = tag.name;
    boolean part = tag.is(Tag.TABLE_PART);
    switch (mode) {
      case CELL, CAPTION -> {
        if (part) {
          closeCellOrCaption();
          startInTable(tag, attributes, selfClosing);
        } else {
          startInBody(tag, attributes, selfClosing);
        }
      }
      case COLUMNS -> {
        if (name.equals("col")) {
          insert(new Element(tag, attributes));
        } else {
          open.pop();
          mode = Mode.TABLE;
          startInTable(tag, attributes, selfClosing);
        }
      }
      default -> {
        if (part) {
          startPart(tag, attributes);
        } else if (name.equals("table")) {
          end(tag);
          if (inTable()) {
            return; // a table that cannot be closed
          }
          startBelow(tag, attributes, selfClosing);
        } else if (name.equals("form")) {
          form = form == null ? insert(new Element(tag, attributes)) : form;
        } else {
          foster = true;
          startInBody(tag, attributes, selfClosing);
          foster = false;
        }
      }
    }
  }

  /** Opens a part of a table, with the parts it needs around it and without those it ends. */
  private void startPart(Tag tag, String[] attributes) {
    switch (tag.name) {
      case "td", "th" -> {
        toRow();
        push(insert(new Element(tag, attributes)));
        formatting.mark();
        mode = Mode.CELL;
      }
      case "tr" -> {
        toTableBody();
        push(insert(new Element(tag, attributes)));
        mode = Mode.ROW;
      }
      case "col" -> {
        open.clearTo("table", "template", "html");
        push(insert(Element.of("colgroup")));
        insert(new Element(tag, attributes));
        mode = Mode.COLUMNS;
      }
      default -> {
        open.clearTo("table", "template", "html");
        push(insert(new Element(tag, attributes)));
        switch (tag.name) {
          case "caption" -> {
            formatting.mark();
            mode = Mode.CAPTION;
          }
          case "colgroup" -> mode = Mode.COLUMNS;
          default -> mode = Mode.TABLE_BODY;
        }
      }
    }
  }

  private void toTableBody() {
    if (mode == Mode.TABLE) {
      open.clearTo("table", "template", "html");
      push(insert(Element.of("tbody")));
    } else {
      open.clearTo("tbody", "tfoot", "thead");
    }
    mode = Mode.TABLE_BODY;
  }

  private void toRow() {
    if (mode == Mode.ROW) {
      open.clearTo("tr", "template", "html");
      return;
    }
    toTableBody();
    push(insert(Element.of("tr")));
    mode = Mode.ROW;
  }

  private void closeCellOrCaption() {
    boolean cell = mode == Mode.CELL;
    while (open.size() > 1) {
      Element closed = open.pop();
      String name = closed.name();
      if (cell ? name.equals("td") || name.equals("th") : name.equals("caption")) {
        break;
      }
    }
    formatting.clearToMarker();
    mode = cell ? Mode.ROW : Mode.TABLE;
  }

  void end(Tag tag) {
    afterPre = false;
    Element foreign = open.foreign();
    if (foreign != null) {
      open.endForeign(tag);
      return;
    }
    String name = tag.name;
    if (mode == Mode.HEAD) {
      if (!name.equals("br") && !name.equals("p")) {
        return;
      }
      beginBody();
    }
    if (name.equals("html") || name.equals("body") || name.equals("head")) {
      return; // what follows still belongs into the body
    }
    if (mode != Mode.BODY && (tag.is(Tag.TABLE_PART) || name.equals("table"))) {
      endPart(tag);
      return;
    }
    if (mode == Mode.COLUMNS) {
      open.pop();
      mode = Mode.TABLE;
    }
    foster = inTable();
    endInBody(tag);
    foster = false;
  }

  private void endPart(Tag tag) {
    if (!open.inTableScope(tag)) {
      return;
    }
    if (tag.name.equals("table")) {
      boolean marked = mode == Mode.CELL || mode == Mode.CAPTION;
      open.popThrough(tag);
      if (marked) {
        formatting.clearToMarker();
      }
    } else {
      if ((mode == Mode.CELL || mode == Mode.CAPTION)) {
        closeCellOrCaption();
      }
      if (open.inTableScope(tag)) {
        open.popThrough(tag);
      }
    }
    resetMode();
  }

  /** The mode that fits what is open (13.2.4.1). */
  private void resetMode() {
    mode = Mode.BODY;
    for (int i = open.size() - 1; i >= 0; i--) {
      switch (open.get(i).name()) {
        case "td", "th" -> mode = Mode.CELL;
        case "tr" -> mode = Mode.ROW;
        case "tbody", "thead", "tfoot" -> mode = Mode.TABLE_BODY;
        case "caption" -> mode = Mode.CAPTION;
        case "colgroup" -> mode = Mode.COLUMNS;
        case "table" -> mode = Mode.TABLE;
        case "template", "body", "html" -> mode = Mode.BODY;
        default -> {
          continue;
        }
      }
      return;
    }
  }

  private void endInBody(Tag tag) {
    String name = tag.name;
    if (tag.is(Tag.FORMATTING)) {
      adopt(tag);
    } else if (tag.is(Tag.HEADING)) {
      if (open.headingInScope()) {
        open.closeImplied(tag);
        open.popThroughHeading();
      }
    } else if (name.equals("p")) {
      if (!open.paragraphInButtonScope()) {
        push(insert(Element.of("p")));
      }
      closeParagraph();
    } else if (name.equals("br")) {
      reopen();
      insert(Element.of("br"));
    } else if (name.equals("form")) {
      endForm(tag);
    } else if (name.equals("li") ? open.inListScope(tag) : isBlockEnd(tag) && open.inScope(tag)) {
      open.closeImplied(tag);
      open.popThrough(tag);
      if (tag.is(Tag.SCOPE)) {
        formatting.clearToMarker();
      }
      if (name.equals("template")) {
        resetMode();
      }
    } else if (!isBlockEnd(tag)) {
      endAny(tag);
    }
  }

  private static boolean isBlockEnd(Tag tag) {
    return (tag.is(Tag.CLOSES_P) || tag.is(Tag.SCOPE) || tag.name.equals("button"))
        && !tag.is(Tag.VOID);
  }

  private void endForm(Tag tag) {
    Element ended = form;
    form = null;
    if (ended != null && open.inScope(tag)) {
      open.closeImplied(tag);
      open.remove(ended);
    }
  }

  private void endAny(Tag tag) {
    for (int i = open.size() - 1; i > 0; i--) {
      Element element = open.get(i);
      if (element.tag.name.equals(tag.name)) {
        open.closeImplied(tag);
        open.popTo(i);
        return;
      }
      if (element.tag.is(Tag.SPECIAL)) {
        return;
      }
    }
  }

  /** In an image or formula: it has no text, so that its elements need not be kept. */
  private void foreign(Tag tag, String[] attributes, boolean selfClosing) {
    if (tag.is(Tag.BREAKS_OUT) && !open.inIntegrationPoint()) {
      open.leaveForeign();
      startBelow(tag, attributes, selfClosing);
    } else if (!selfClosing) {
      open.enterForeign(tag);
    }
  }

  /** Opens again what a block's end has closed over (13.2.4.3). */
  private void reopen() {
    int from = formatting.firstClosed(open);
    for (int i = from; i < formatting.size(); i++) {
      Element copy = formatting.get(i).copy();
      push(insert(copy));
      formatting.set(i, copy);
    }
  }

  private void adopt(Tag tag) {
    new Adoption(open, formatting, this::place).run(tag);
  }

  private void push(Element element) {
    open.push(element);
  }

  private <N extends Node> N insert(N node) {
    nodes++;
    if (open.size() >= DEPTH_MAX) {
      open.pop(); // what would be deeper becomes a sibling
      resetMode();
    }
    place(node, open.current());
    return node;
  }

  /** Puts a node into an element, or before the table where a table may not hold it. */
  private void place(Node node, Element target) {
    if (!(foster && OpenElements.isTableContext(target))) {
      target.append(node);
      return;
    }
    int at = open.lastTable();
    Element table = open.get(Math.max(0, at));
    Element parent = table.parent;
    if (at > 0 && parent != null) {
      parent.insertBefore(node, table);
    } else {
      open.get(Math.max(0, at - 1)).append(node);
    }
  }
}

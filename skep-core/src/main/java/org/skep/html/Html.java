package org.skep.html;

/**
 * A page's markup as a tree, built as browsers build it (HTML standard, 13.2). Own code, for a
 * monitor reads pages all day: it keeps elements and texts only, and passes programs, styles,
 * comments and drawings over without looking at them, which are two thirds of a news page's bytes.
 * Linear in the page, apart from the work for wrongly nested formatting, which is bounded. Pure and
 * thread-safe.
 */
public final class Html {
  private Html() {}

  /** The {@code html} element of a page, with {@code head} and {@code body} in it. */
  public static Element parse(String page) {
    var tree = new TreeBuilder();
    new Markup(page.startsWith("\ufeff") ? page.substring(1) : page, tree).read();
    return tree.root();
  }
}

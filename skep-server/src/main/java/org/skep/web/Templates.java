package org.skep.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages as templates, compiled with the program: {@code src/main/jte/NAME.jte}. Everything
 * printed is escaped for its place, whatever it holds. Thread-safe.
 */
public final class Templates {
  private final TemplateEngine engine;

  /** Of an engine that reads them from somewhere else: while designing. */
  Templates(TemplateEngine engine) {
    this.engine = engine;
  }

  /** The ones compiled with the program. */
  public static Templates compiled() {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.skep.web.pages");
    engine.setTrimControlStructures(true);
    return new Templates(engine);
  }

  /** A whole page as HTML. */
  public String page(String name, Map<String, @Nullable Object> parameters) {
    var out = new StringOutput(32_768);
    engine.render(name + ".jte", parameters, out);
    return out.toString();
  }
}

package org.skep.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it: words in the reader's language, theme, token, notice. Also makes
 * the visitor's secret when there is none yet. One per visit.
 */
final class Frame {
  static final List<String> THEMES = List.of("auto", "light", "dark");
  static final String LOOK_COOKIE = "skep-look";

  private final Templates templates;
  private final Guard guard;
  private final Visit visit;
  private final Words words;
  private final String theme;
  private final String language;
  private final String secret;
  private final boolean fresh;

  Frame(Templates templates, Guard guard, Visit visit, ZoneId zone, Instant now) {
    this.templates = templates;
    this.visit = visit;
    String[] look = (visit.cookie(LOOK_COOKIE) + ".").split("\\.", -1);
    this.theme = THEMES.contains(look[0]) ? look[0] : "auto";
    this.language = Words.LANGUAGES.contains(look[1]) ? look[1] : "auto";
    this.words = Words.of(language.equals("auto") ? accepted(visit) : language, zone, now);
    this.guard = guard;
    String known = guard.secretOf(visit);
    this.fresh = known.isEmpty();
    this.secret = fresh ? guard.secret() : known;
  }

  Words words() {
    return words;
  }

  /** The language the reader chose, or "auto". */
  String language() {
    return language;
  }

  /** The page of this template; parameters in pairs of name and value. */
  Answer page(
      String template, String section, @Nullable String outward, @Nullable Object... parameters) {
    return page(200, template, section, outward, parameters);
  }

  Answer page(
      int status,
      String template,
      String section,
      @Nullable String outward,
      @Nullable Object... parameters) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("sheet", sheet(section, outward));
    for (int i = 0; i < parameters.length; i += 2) {
      values.put((String) Objects.requireNonNull(parameters[i]), parameters[i + 1]);
    }
    Answer answer = Answer.html(status, templates.page(template, values));
    return fresh ? answer.with("Set-Cookie", guard.cookieOf(secret)) : answer;
  }

  /** What there is not, and what there is instead. */
  Answer missing(String what) {
    return page(
        404,
        "missing",
        "",
        null,
        "what",
        words.t("missing." + what + ".title"),
        "text",
        words.t("missing." + what + ".text"));
  }

  private Sheet sheet(String section, @Nullable String outward) {
    return new Sheet(words, section, back(), Guard.token(secret), theme, notice(), outward);
  }

  /** The address without the last form's notice. */
  private String back() {
    String address = visit.address().replaceAll("([?&])done=[a-zA-Z0-9.]*&?", "$1");
    return address.replaceAll("[?&]$", "");
  }

  /** Only our own sentences, by their key: an address cannot put words on the page. */
  private @Nullable String notice() {
    String[] done = (visit.query("done") + ".").split("\\.", -1);
    if (done[0].isEmpty() || !done[0].matches("[a-zA-Z]{1,20}")) {
      return null;
    }
    String key = "notice." + done[0];
    return done[1].isEmpty()
        ? words.has(key) ? words.t(key) : null
        : words.has(key + ".other") ? words.count(key, Visit.number(done[1])) : null;
  }

  private static String accepted(Visit visit) {
    return Arrays.stream(visit.header("accept-language").orElse("en").split(","))
        .map(part -> part.strip().replaceFirst("[-;].*", ""))
        .filter(Words.LANGUAGES::contains)
        .findFirst()
        .orElse("en");
  }
}

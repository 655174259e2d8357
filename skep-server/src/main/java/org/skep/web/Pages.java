package org.skep.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skep.access.SignIns;
import org.skep.images.ImageProxy;
import org.skep.reading.ArticleView;
import org.skep.reading.FeedChoice;
import org.skep.reading.FrontView;
import org.skep.reading.ReadView;
import org.skep.reading.Reading;
import org.skep.reading.RiverView;

/** What is looked at. None of these changes anything. */
final class Pages {
  private static final int HOURS_MAX = 24 * 365;

  private final Reading reading;
  private final ImageProxy images;
  private final Templates templates;
  private final Guard guard;
  private final ZoneId zone;
  private final String version;
  private final Instant started;

  Pages(
      Reading reading,
      ImageProxy images,
      Templates templates,
      Guard guard,
      ZoneId zone,
      String version,
      Instant started) {
    this.reading = reading;
    this.images = images;
    this.templates = templates;
    this.guard = guard;
    this.zone = zone;
    this.version = version;
    this.started = started;
  }

  Guard guard() {
    return guard;
  }

  Frame frame(Visit visit) {
    return new Frame(templates, guard, visit, zone, reading.now());
  }

  Answer front(Visit visit) {
    Frame frame = frame(visit);
    FrontView view = reading.of(visit.user()).front(filters(visit), frame.words().tag());
    return frame.page("front", "front", "/front", "view", view);
  }

  static FrontView.Filters filters(Visit visit) {
    return new FrontView.Filters(
        List.of(),
        List.of(),
        visit.query("lang"),
        visit.query("folder"),
        (int) Math.min(HOURS_MAX, Visit.number(visit.query("hours"))));
  }

  Answer story(Visit visit) {
    long id = visit.id("id");
    return found(
        visit,
        "story",
        reading.of(visit.user()).story(id),
        story ->
            story.id() != id
                ? Answer.moved("/story/" + story.id())
                : frame(visit).page("story", "front", "/story/" + id, "view", story));
  }

  Answer article(Visit visit) {
    String at = visit.query("at");
    boolean lit = at.matches("\\d{1,9}-\\d{1,9}");
    int dash = at.indexOf('-');
    int begin = lit ? Integer.parseInt(at.substring(0, dash)) : 0;
    int end = lit ? Integer.parseInt(at.substring(dash + 1)) : 0;
    Optional<ArticleView> article = reading.of(visit.user()).article(visit.id("id"), begin, end);
    return found(
        visit,
        "article",
        article,
        view ->
            frame(visit)
                .page(
                    "article",
                    "front",
                    null,
                    "view",
                    view,
                    "open",
                    visit.query("cuts").equals("open"),
                    "image",
                    Optional.ofNullable(view.image()).flatMap(images::path).orElse(null)));
  }

  Answer people(Visit visit) {
    return frame(visit)
        .page("people", "people", null, "view", reading.of(visit.user()).people(visit.query("q")));
  }

  Answer person(Visit visit) {
    long id = visit.id("id");
    return found(
        visit,
        "person",
        reading.of(visit.user()).person(id),
        person -> {
          Long now = person.person().id();
          return now != null && now != id
              ? Answer.moved("/person/" + now)
              : frame(visit).page("person", "people", "/person/" + id, "view", person);
        });
  }

  Answer outlet(Visit visit) {
    return found(
        visit,
        "outlet",
        reading.of(visit.user()).outlet(visit.part("key")),
        outlet -> frame(visit).page("outlet", "front", null, "view", outlet));
  }

  Answer river(Visit visit) {
    String before = visit.query("before");
    return frame(visit)
        .page(
            "river",
            "river",
            null,
            "view",
            reading
                .of(visit.user())
                .river(
                    visit.query("in"),
                    show(visit.query("show")),
                    before.isEmpty() ? null : before));
  }

  private static RiverView.Show show(String name) {
    return switch (name) {
      case "unread" -> RiverView.Show.UNREAD;
      case "starred" -> RiverView.Show.STARRED;
      default -> RiverView.Show.ALL;
    };
  }

  Answer search(Visit visit) {
    String query = visit.query("q");
    int page = (int) Math.min(100, Visit.number(visit.query("page")));
    return frame(visit)
        .page(
            "search",
            "search",
            query.isBlank() ? null : "/search",
            "view",
            reading.of(visit.user()).searching().page(query, page));
  }

  Answer read(Visit visit) {
    return read(visit, new ReadView("", null, null));
  }

  Answer read(Visit visit, ReadView view) {
    return frame(visit).page("read", "read", null, "view", view);
  }

  Answer feeds(Visit visit) {
    return frame(visit)
        .page("feeds", "feeds", null, "view", reading.of(visit.user()).subscriptions().all());
  }

  Answer choice(Visit visit, FeedChoice choice) {
    return frame(visit).page("feedChoice", "feeds", null, "view", choice);
  }

  Answer exported(Visit visit) {
    return Answer.of(
            200,
            "text/x-opml; charset=utf-8",
            reading.of(visit.user()).subscriptions().exportOpml())
        .with("Content-Disposition", "attachment; filename=\"skep-feeds.opml\"");
  }

  Answer starter(Visit visit) {
    return frame(visit).page("starter", "feeds", null);
  }

  Answer deleting(Visit visit) {
    return found(
        visit,
        "feed",
        reading.of(visit.user()).subscriptions().find(visit.id("id")),
        feed -> frame(visit).page("feedDelete", "feeds", null, "feed", feed));
  }

  Answer settings(Visit visit, @Nullable SignIns signIns, @Nullable String token) {
    var frame = frame(visit);
    return frame.page(
        "settings",
        "settings",
        null,
        "language",
        frame.language(),
        "mutes",
        reading.of(visit.user()).marking().mutes(),
        "signIns",
        signIns,
        "token",
        token);
  }

  /** Somebody else's picture, as nothing but a picture. */
  Answer image(Visit visit) {
    return images
        .image(visit.part("signature"), visit.part("address"))
        .map(image ->
            new Answer(
                200,
                image.type().mime(),
                Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; sandbox",
                    "Cache-Control",
                    "private, max-age=604800"),
                image.bytes()))
        .orElseGet(() -> Answer.text(404, "There is no such picture."));
  }

  Answer status(Visit visit) {
    return frame(visit).page("status", "status", null, "view", reading.status(version, started));
  }

  /** For machines that watch: 200 while all is well. */
  Answer health(Visit visit) {
    var progress = reading.progress();
    return Answer.of(
        200,
        Answer.JSON,
        "{\"status\":\"ok\",\"version\":\"%s\",\"articles\":%d,\"seq\":%d,\"derived\":%d}"
            .formatted(version, progress.articles(), progress.seq(), progress.derived()));
  }

  /** What the script asks now and then: whether anything new has been derived. */
  Answer live(Visit visit) {
    return Answer.of(200, Answer.JSON, "{\"derived\":" + reading.progress().derived() + "}");
  }

  Answer asset(Assets assets, Visit visit) {
    return assets.answer(visit.part("name"), visit).orElseGet(() -> missing(visit));
  }

  Answer missing(Visit visit) {
    return frame(visit).missing("page");
  }

  Answer failure(Visit visit) {
    var frame = frame(visit);
    return frame.page(
        500,
        "missing",
        "",
        null,
        "what",
        frame.words().t("error.title"),
        "text",
        frame.words().t("error.text", frame.words().time(reading.now())));
  }

  private <T> Answer found(Visit visit, String what, Optional<T> view, Function<T, Answer> page) {
    @Nullable T value = view.orElse(null);
    return value == null ? frame(visit).missing(what) : page.apply(value);
  }
}

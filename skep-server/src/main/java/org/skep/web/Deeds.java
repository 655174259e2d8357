package org.skep.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.feed.FeedException;
import org.skep.model.Correction;
import org.skep.reading.FeedChoice;
import org.skep.reading.MuteView;
import org.skep.reading.Reading;
import org.skep.reading.Subscriptions.Subscription;
import org.skep.url.Url;

/** What is done: every form of the pages. The guard has seen to it that the form is ours. */
final class Deeds {
  private static final int FIELD_MAX = 200;
  private static final String HERE = "http://localhost/";

  private final Reading reading;
  private final Pages pages;

  Deeds(Reading reading, Pages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  Answer mark(Visit visit) {
    reading
        .of(visit.user())
        .marking()
        .mark(
            Visit.number(visit.field("article")),
            flag(visit.field("read")),
            flag(visit.field("star")));
    return visit.header("x-skep-token").isPresent()
        ? new Answer(204, Answer.TEXT, Map.of(), new byte[0])
        : Answer.seeOther(next(visit, "/") + anchor(visit));
  }

  private static @Nullable Boolean flag(String value) {
    return value.isEmpty() ? null : value.equals("1");
  }

  private static String anchor(Visit visit) {
    return "#a" + Visit.number(visit.field("article"));
  }

  Answer markAll(Visit visit) {
    reading.of(visit.user()).marking().markAllRead(visit.field("in"));
    return done(next(visit, "/river"), "allRead");
  }

  Answer mute(Visit visit) {
    boolean muted = !visit.field("undo").equals("1");
    String value = cut(visit.field("value"));
    for (MuteView.Kind kind : MuteView.Kind.values()) {
      boolean number = kind == MuteView.Kind.STORY || kind == MuteView.Kind.ARTICLE;
      if (kind.spelled().equals(visit.field("kind"))
          && (number ? Visit.number(value) > 0 : !value.isEmpty())) {
        reading.of(visit.user()).marking().mute(kind, value, muted);
        return done(next(visit, "/settings"), muted ? "muted" : "unmuted");
      }
    }
    return pages.missing(visit);
  }

  Answer report(Visit visit) {
    long article = visit.id("id");
    String text = visit.field("text");
    if (text.isBlank()) {
      return done("/article/" + article, "reportEmpty");
    }
    return switch (reading.of(visit.user()).complaints().report(article, text)) {
      case KEPT -> done("/article/" + article, "reported");
      case FULL -> done("/article/" + article, "reportFull");
      case NO_PAGE -> done("/article/" + article, "reportNoPage");
    };
  }

  Answer correctStory(Visit visit) {
    long story = visit.id("id");
    long article = Visit.number(visit.field("article"));
    switch (visit.field("what")) {
      case "not-this" ->
          reading.of(visit.user()).correct(new Correction.NotThisStory(article, story));
      case "split" -> reading.of(visit.user()).correct(new Correction.SplitStory(article));
      case "merge" -> {
        long other = numberIn(visit.field("other"));
        if (other == 0 || other == story || reading.of(visit.user()).story(other).isEmpty()) {
          return pages.frame(visit).missing("story");
        }
        reading.of(visit.user()).correct(new Correction.MergeStories(story, other));
      }
      case "unlink" -> {
        long other = Visit.number(visit.field("other"));
        if (other == 0 || other == story || reading.of(visit.user()).story(other).isEmpty()) {
          return pages.frame(visit).missing("story");
        }
        reading.of(visit.user()).correct(new Correction.CutLink(story, other));
      }
      default -> {
        return pages.missing(visit);
      }
    }
    return done("/story/" + story, "corrected");
  }

  Answer correctPerson(Visit visit) {
    long person = visit.id("id");
    switch (visit.field("what")) {
      case "rename" -> {
        if (visit.field("name").isBlank()) {
          return pages.missing(visit);
        }
        reading
            .of(visit.user())
            .correct(new Correction.RenamePerson(person, cut(visit.field("name"))));
      }
      case "merge" -> {
        long other = numberIn(visit.field("other"));
        if (other == 0 || other == person || reading.of(visit.user()).person(other).isEmpty()) {
          return pages.frame(visit).missing("person");
        }
        reading.of(visit.user()).correct(new Correction.MergePersons(person, other));
      }
      case "split" -> {
        List<Long> articles =
            visit.fields("article").stream().map(Visit::number).filter(id -> id > 0).toList();
        if (articles.isEmpty()) {
          return done("/person/" + person, "noneChosen");
        }
        reading.of(visit.user()).correct(new Correction.SplitPerson(person, articles));
      }
      case "hide" -> {
        reading.of(visit.user()).correct(new Correction.HidePerson(person, true));
        return done("/people", "corrected");
      }
      default -> {
        return pages.missing(visit);
      }
    }
    return done("/person/" + person, "corrected");
  }

  /**
   * Shows what the address offers; one feed alone still asks, so that the user sees its address.
   */
  Answer discover(Visit visit) {
    return pages.choice(
        visit, reading.of(visit.user()).subscriptions().discover(cut(visit.field("url"), 2_000)));
  }

  Answer subscribe(Visit visit) {
    List<Subscription> wanted =
        visit.fields("url").stream()
            .filter(url -> url.matches("https?://\\S{1,2000}"))
            .map(url ->
                new Subscription(
                    url, starterTitle(url), cut(visit.field("folder")), url.contains("sitemap")))
            .toList();
    return added(reading.of(visit.user()).subscriptions().subscribe(wanted));
  }

  private static @Nullable String starterTitle(String url) {
    return StarterFeeds.ALL.stream()
        .filter(feed -> feed.url().equals(url))
        .map(StarterFeeds.Starter::title)
        .findFirst()
        .orElse(null);
  }

  Answer importOpml(Visit visit) {
    byte[] file = visit.field("file").getBytes(StandardCharsets.ISO_8859_1);
    try {
      return added(reading.of(visit.user()).subscriptions().importOpml(file));
    } catch (FeedException e) {
      return pages.choice(visit, new FeedChoice("OPML", List.of(), e.getMessage()));
    }
  }

  private static Answer added(int count) {
    return done("/feeds", count == 0 ? "none" : "added." + count);
  }

  Answer editFeed(Visit visit) {
    long id = visit.id("id");
    reading
        .of(visit.user())
        .subscriptions()
        .edit(id, cut(visit.field("title")), cut(visit.field("folder")));
    return done("/feeds", "saved");
  }

  Answer actOnFeed(Visit visit) {
    long id = visit.id("id");
    return switch (visit.field("do")) {
      case "refresh" -> {
        reading.of(visit.user()).subscriptions().refresh(id);
        yield done("/feeds", "refreshed");
      }
      case "pause" -> {
        reading.of(visit.user()).subscriptions().pause(id);
        yield done("/feeds", "paused");
      }
      case "resume" -> {
        reading.of(visit.user()).subscriptions().resume(id);
        yield done("/feeds", "resumed");
      }
      case "delete" -> {
        reading.of(visit.user()).subscriptions().delete(id);
        yield done("/feeds", "deleted");
      }
      default -> pages.missing(visit);
    };
  }

  Answer read(Visit visit) {
    return pages.read(visit, reading.of(visit.user()).read(visit.field("input").strip()));
  }

  Answer settings(Visit visit) {
    String theme = Frame.THEMES.contains(visit.field("theme")) ? visit.field("theme") : "auto";
    String language =
        Words.LANGUAGES.contains(visit.field("language")) ? visit.field("language") : "auto";
    return done("/settings", "saved")
        .with("Set-Cookie", pages.guard().cookie(Frame.LOOK_COOKIE, theme + "." + language));
  }

  private static Answer done(String path, String what) {
    return Answer.seeOther(path + (path.contains("?") ? "&" : "?") + "done=" + what);
  }

  /** Where the form wants to go back to: one of our own pages, never another site. */
  static String next(Visit visit, String otherwise) {
    return next(visit.field("next"), otherwise);
  }

  /** By its spelling, and by where a browser would go with it from here. */
  static String next(String next, String otherwise) {
    boolean path = next.equals("/") || next.matches("/[A-Za-z0-9][^\\\\\\p{Cntrl}\\s#]*");
    return path && Url.resolve(next, HERE).filter(there -> there.startsWith(HERE)).isPresent()
        ? next
        : otherwise;
  }

  private static long numberIn(String text) {
    String digits = text.strip().replaceFirst("^.*/", "").replaceFirst("[?#.].*$", "");
    return Visit.number(digits);
  }

  private static String cut(String text) {
    return cut(text, FIELD_MAX);
  }

  private static String cut(String text, int max) {
    String line = text.strip();
    return line.length() <= max ? line : line.substring(0, max);
  }
}

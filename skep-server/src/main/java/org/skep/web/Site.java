package org.skep.web;

import java.time.Instant;
import org.skep.access.Access;
import org.skep.images.ImageProxy;
import org.skep.monitor.Pushes;
import org.skep.reading.Reading;

/** All pages of one program, behind their addresses. Thread-safe. */
public final class Site {
  private final Guard guard;
  private final Gate gate;
  private final Routes routes;
  private final Pages pages;
  private final PushDoor push;

  /**
   * The pages over what a user reads.
   *
   * @param version shown on the status page
   * @param started likewise
   */
  public Site(
      Reading reading,
      Access access,
      ImageProxy images,
      Pushes pushes,
      ServerSettings settings,
      String version,
      Instant started) {
    this.guard = new Guard(settings.hosts(), settings.open(), settings.https());
    this.gate = new Gate(access, guard);
    this.pages =
        new Pages(reading, images, Templates.compiled(), guard, settings.zone(), version, started);
    var signIn = new SignInPages(access, pages, guard);
    var deeds = new Deeds(reading, pages);
    var outward = new Outward(reading);
    this.push = new PushDoor(pushes);
    var assets = new Assets();
    this.routes =
        new Routes()
            .get("/", pages::front)
            .get("/front.{format}", outward::front)
            .get("/story/{id}.{format}", outward::story)
            .get("/story/{id}", pages::story)
            .get("/article/{id}", pages::article)
            .get("/people", pages::people)
            .get("/person/{id}.{format}", outward::person)
            .get("/person/{id}", pages::person)
            .get("/outlet/{key}", pages::outlet)
            .get("/river", pages::river)
            .get("/search.{format}", outward::search)
            .get("/search", pages::search)
            .get("/read", pages::read)
            .get("/feeds", pages::feeds)
            .get("/feeds.opml", pages::exported)
            .get("/feeds/starter", pages::starter)
            .get("/feeds/{id}/delete", pages::deleting)
            .get("/settings", signIn::settings)
            .get("/login", signIn::login)
            .get("/setup", signIn::setup)
            .get("/image/{signature}/{address}", pages::image)
            .get("/status", pages::status)
            .get("/health", pages::health)
            .get("/live", pages::live)
            .get("/push/{key}", push::verify)
            .post("/push/{key}", push::deliver)
            .get("/robots.txt", _ -> Answer.text(200, "User-agent: *\nDisallow: /"))
            .get("/assets/{name}", visit -> pages.asset(assets, visit))
            .post("/marks", deeds::mark)
            .post("/marks/all", deeds::markAll)
            .post("/mutes", deeds::mute)
            .post("/article/{id}/report", deeds::report)
            .post("/story/{id}/correct", deeds::correctStory)
            .post("/person/{id}/correct", deeds::correctPerson)
            .post("/feeds/add", deeds::discover)
            .post("/feeds/subscribe", deeds::subscribe)
            .post("/feeds/starter", deeds::subscribe)
            .post("/feeds/import", deeds::importOpml)
            .post("/feeds/{id}/edit", deeds::editFeed)
            .post("/feeds/{id}/act", deeds::actOnFeed)
            .post("/read", deeds::read)
            .post("/settings", deeds::settings)
            .post("/login", signIn::enter)
            .post("/logout", signIn::leave)
            .post("/setup", signIn::begin)
            .post("/password", signIn::changePassword)
            .post("/tokens", signIn::addToken)
            .post("/tokens/{id}/end", signIn::endToken)
            .post("/app-passwords", signIn::addApp)
            .post("/app-passwords/{id}/end", signIn::endApp)
            .post("/sessions/{id}/end", signIn::endSession);
  }

  Guard guard() {
    return guard;
  }

  Routes routes() {
    return routes;
  }

  /** The visit with its user, who may be nobody. */
  Visit identified(Visit visit) {
    return gate.identified(visit);
  }

  /** How much of a form is read. */
  int bytesMax(Visit known) {
    return known.user() != Visit.NOBODY || push.awaits(known)
        ? Body.BYTES_MAX
        : Body.STRANGERS_BYTES_MAX;
  }

  /** What the address answers whoever is known; a page that helps when there is nothing. */
  Answer answer(Visit known) {
    var found = routes.find(known);
    if (!gate.lets(known, found.map(Routes.Found::pattern).orElse(""))) {
      return Gate.turnAway(known);
    }
    if (found.isPresent()) {
      return found.get().page().answer(found.get().visit());
    }
    return routes.knows(known.path())
        ? Answer.text(405, known.method() + " does nothing here.")
        : pages.missing(known);
  }

  /** After a bug: the log says what, the page says when. */
  Answer failure(Visit visit) {
    try {
      return pages.failure(visit);
    } catch (RuntimeException e) { // the frame itself is broken; say so without it
      return Answer.text(500, "This page could not be made; the log says why.");
    }
  }
}

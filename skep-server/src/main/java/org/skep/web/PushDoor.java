package org.skep.web;

import java.nio.charset.StandardCharsets;
import org.skep.monitor.Pushes;

/**
 * Where hubs call ({@code /push/...}): without session and form, known by a path nobody can guess.
 * The one GET that changes something: WebSub confirms subscriptions by it.
 */
final class PushDoor {
  private static final String PATH = "/push/";
  private static final String KEY = "[A-Za-z0-9_-]{43}";

  private final Pushes pushes;

  PushDoor(Pushes pushes) {
    this.pushes = pushes;
  }

  /** Whether the visit is a hub's, or wants to be one. */
  static boolean isFor(Visit visit) {
    return visit.path().startsWith(PATH);
  }

  /** Whether a hub that we asked calls here. */
  boolean awaits(Visit visit) {
    String key = isFor(visit) ? visit.path().substring(PATH.length()) : "";
    return key.matches(KEY) && pushes.awaits(key);
  }

  /** A path as it may be logged. */
  static String shown(String path) {
    return path.startsWith(PATH) ? PATH + "..." : path;
  }

  Answer verify(Visit visit) {
    String key = visit.part("key");
    return !key.matches(KEY) || visit.method().equals("HEAD")
        ? unknown()
        : pushes
            .verify(
                key,
                visit.query("hub.mode"),
                visit.query("hub.topic"),
                visit.query("hub.challenge"),
                visit.query("hub.lease_seconds"))
            .map(challenge -> Answer.of(200, Answer.TEXT, challenge))
            .orElseGet(PushDoor::unknown);
  }

  Answer deliver(Visit visit) {
    String key = visit.part("key");
    if (!key.matches(KEY)) {
      return unknown();
    }
    byte[] body = visit.field(Body.WHOLE).getBytes(StandardCharsets.ISO_8859_1);
    var delivery =
        pushes.deliver(
            key,
            body,
            visit.header("content-type").orElse(null),
            visit.header("link").orElse(null),
            visit.header("x-hub-signature").orElse(null));
    return switch (delivery) {
      case TAKEN, IGNORED -> Answer.text(202, "Thank you.");
      case UNKNOWN -> unknown();
      case ENDED -> Answer.text(410, "This subscription has ended.");
      case TOO_BIG -> Answer.text(413, "That is too much at once.");
    };
  }

  private static Answer unknown() {
    return Answer.text(404, "There is nothing here.");
  }
}

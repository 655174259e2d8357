package org.skep.web;

import java.util.Set;
import org.skep.access.Access;
import org.skep.access.Scope;

/**
 * Who a visit is by, and whether that is enough: the one reader while there are no logins, else the
 * session of the cookie or the token of a program. Thread-safe.
 */
final class Gate {
  /** For everybody: what signing in needs, nothing anybody wrote, and what hubs call. */
  private static final Set<String> OPEN =
      Set.of("/login", "/setup", "/assets/{name}", "/health", "/robots.txt", "/push/{key}");

  private final Access access;
  private final Guard guard;

  Gate(Access access, Guard guard) {
    this.access = access;
    this.guard = guard;
  }

  /** The visit with its user, who may be nobody. */
  Visit identified(Visit visit) {
    if (!access.required()) {
      return visit.by(Access.reader().user());
    }
    Scope needed = visit.safe() ? Scope.READ : Scope.WRITE;
    return visit
        .bearer()
        .map(token ->
            access
                .token(token)
                .filter(identity -> identity.scope().covers(needed))
                .map(Access.Identity::user))
        .orElseGet(() -> access.session(guard.secretOf(visit)))
        .map(visit::by)
        .orElse(visit);
  }

  boolean lets(Visit visit, String pattern) {
    return visit.user() != Visit.NOBODY || OPEN.contains(pattern);
  }

  /** A reader is sent to sign in and back; a program is told. */
  static Answer turnAway(Visit visit) {
    boolean page =
        visit.safe()
            && visit.bearer().isEmpty()
            && !visit.path().matches(".*\\.(rss|atom|json|opml)");
    return page
        ? Answer.seeOther("/login?next=" + Answer.encoded(visit.address()))
        : Answer.text(401, "Sign in first, or show a token that goes far enough.")
            .with("WWW-Authenticate", "Bearer");
  }
}

package org.skep.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.access.Access;
import org.skep.access.Scope;
import org.skep.access.Secret;

/** Signing in and out, the first user, and what is signed in for a user. */
final class SignInPages {
  private static final int FIELD_MAX = 300;
  private static final List<Integer> TOKEN_DAYS = List.of(30, 90, 365);

  private final Access access;
  private final Pages pages;
  private final Guard guard;

  SignInPages(Access access, Pages pages, Guard guard) {
    this.access = access;
    this.pages = pages;
    this.guard = guard;
  }

  Answer login(Visit visit) {
    return access.required() ? form(visit, 200, null) : Answer.seeOther("/");
  }

  private Answer form(Visit visit, int status, @Nullable String problem) {
    String next = Deeds.next(visit.safe() ? visit.query("next") : visit.field("next"), "/");
    return pages.frame(visit).page(status, "login", "", null, "next", next, "problem", problem);
  }

  Answer enter(Visit visit) {
    String old = guard.secretOf(visit);
    var outcome =
        access.login(
            cut(visit.field("name")),
            cut(visit.field("password")),
            visit.remote(),
            visit.header("user-agent").orElse(""),
            old.isEmpty() ? null : old);
    return switch (outcome) {
      case Access.Outcome.Welcome(var session) ->
          Answer.seeOther(Deeds.next(visit.field("next"), "/"))
              .with("Set-Cookie", guard.cookieOf(session.reveal()));
      case Access.Outcome.Refused _ -> form(visit, 403, "login.refused");
      case Access.Outcome.TooMany(var pause) ->
          form(visit, 429, "login.tooMany").with("Retry-After", "" + pause.toSeconds());
    };
  }

  Answer leave(Visit visit) {
    access.logout(guard.secretOf(visit));
    return Answer.seeOther("/login").with("Set-Cookie", guard.cookieOf(guard.secret()));
  }

  Answer setup(Visit visit) {
    return access.required() ? Answer.seeOther("/") : setup(visit, 200, null);
  }

  private Answer setup(Visit visit, int status, @Nullable String problem) {
    return pages.frame(visit).page(status, "setup", "", null, "problem", problem);
  }

  Answer begin(Visit visit) {
    if (access.required()) {
      return Answer.seeOther("/");
    }
    if (!access.isSetupToken(cut(visit.field("setup")))) {
      return setup(visit, 403, "setup.token");
    }
    Optional<Access.Fault> fault =
        access.addUser(cut(visit.field("name")), cut(visit.field("password")));
    return fault.map(found -> setup(visit, 200, fault(found))).orElseGet(() -> enter(visit));
  }

  private static String fault(Access.Fault fault) {
    return "fault." + fault.name().toLowerCase(Locale.ROOT);
  }

  /** The settings, with what is signed in; and once the token just made. */
  Answer settings(Visit visit) {
    return settings(visit, null);
  }

  private Answer settings(Visit visit, @Nullable Secret token) {
    boolean required = access.required();
    return pages.settings(
        visit,
        required ? access.signIns(visit.user(), guard.secretOf(visit)) : null,
        token == null ? null : token.reveal());
  }

  Answer addToken(Visit visit) {
    Scope scope = visit.field("scope").equals("write") ? Scope.WRITE : Scope.READ;
    int days = (int) Visit.number(visit.field("days"));
    String name = cut(visit.field("name")).strip();
    Duration life = TOKEN_DAYS.contains(days) ? Duration.ofDays(days) : null;
    return settings(
        visit, access.addToken(visit.user(), name.isEmpty() ? "token" : name, scope, life));
  }

  Answer addApp(Visit visit) {
    String name = cut(visit.field("name")).strip();
    return access
        .apps()
        .add(visit.user(), name.isEmpty() ? "app" : name)
        .map(secret -> settings(visit, secret))
        .orElseGet(() -> pages.missing(visit));
  }

  Answer endApp(Visit visit) {
    return access.apps().end(visit.user(), visit.id("id"))
        ? Answer.seeOther("/settings?done=revoked#sign-in")
        : pages.missing(visit);
  }

  Answer endToken(Visit visit) {
    return access.endToken(visit.user(), visit.id("id"))
        ? Answer.seeOther("/settings?done=revoked#sign-in")
        : pages.missing(visit);
  }

  Answer endSession(Visit visit) {
    return access.endSession(visit.user(), visit.id("id"))
        ? Answer.seeOther("/settings?done=revoked#sign-in")
        : pages.missing(visit);
  }

  Answer changePassword(Visit visit) {
    return switch (access.changePassword(
        visit.user(), cut(visit.field("old")), cut(visit.field("password")))) {
      case DONE -> Answer.seeOther("/login");
      case NO_USER -> pages.missing(visit);
      case WRONG_PASSWORD -> Answer.seeOther("/settings?done=wrongPassword#sign-in");
      case WEAK_PASSWORD -> Answer.seeOther("/settings?done=weakPassword#sign-in");
    };
  }

  private static String cut(String text) {
    return text.length() <= FIELD_MAX ? text : text.substring(0, FIELD_MAX);
  }
}

package org.skep.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows: none that the user muted. Every part that is {@code null}, empty or
 * false lets all pass.
 *
 * @param user whose marks count
 * @param foldCopies show one article per lineage, the first of those that pass
 * @param before only what is ordered after this cursor: older, or equally old with a smaller id
 */
public record RiverFilter(
    long user,
    @Nullable Long feed,
    @Nullable String folder,
    @Nullable String label,
    @Nullable String outlet,
    @Nullable String language,
    boolean starred,
    boolean unread,
    boolean foldCopies,
    @Nullable Instant since,
    @Nullable Cursor before) {

  /** A place in the order of lists. */
  public record Cursor(Instant dated, long id) {}

  /** Everything. */
  public static RiverFilter all(long user) {
    return new RiverFilter(user, null, null, null, null, null, false, false, false, null, null);
  }

  public RiverFilter inFeed(long id) {
    return new RiverFilter(
        user, id, folder, label, outlet, language, starred, unread, foldCopies, since, before);
  }

  public RiverFilter inFolder(String name) {
    return new RiverFilter(
        user, feed, name, label, outlet, language, starred, unread, foldCopies, since, before);
  }

  public RiverFilter labelled(String name) {
    return new RiverFilter(
        user, feed, folder, name, outlet, language, starred, unread, foldCopies, since, before);
  }

  public RiverFilter ofOutlet(String host) {
    return new RiverFilter(
        user, feed, folder, label, host, language, starred, unread, foldCopies, since, before);
  }

  public RiverFilter inLanguage(String code) {
    return new RiverFilter(
        user, feed, folder, label, outlet, code, starred, unread, foldCopies, since, before);
  }

  public RiverFilter onlyStarred() {
    return new RiverFilter(
        user, feed, folder, label, outlet, language, true, unread, foldCopies, since, before);
  }

  public RiverFilter onlyUnread() {
    return new RiverFilter(
        user, feed, folder, label, outlet, language, starred, true, foldCopies, since, before);
  }

  public RiverFilter folded() {
    return new RiverFilter(
        user, feed, folder, label, outlet, language, starred, unread, true, since, before);
  }

  public RiverFilter since(Instant time) {
    return new RiverFilter(
        user, feed, folder, label, outlet, language, starred, unread, foldCopies, time, before);
  }

  public RiverFilter after(Cursor cursor) {
    return new RiverFilter(
        user, feed, folder, label, outlet, language, starred, unread, foldCopies, since, cursor);
  }

  /** The condition on the article {@code a}; its arguments are added to the list. */
  String where(List<@Nullable Object> arguments) {
    var where =
        new StringBuilder(
            "NOT EXISTS (SELECT 1 FROM user_mute m WHERE m.user = ? AND m.kind = 'ARTICLE'"
                + " AND m.value = CAST(a.id AS TEXT))");
    arguments.add(user);
    if (feed != null) {
      where.append(" AND a.id IN (SELECT article FROM entry WHERE feed = ?)");
      arguments.add(feed);
    }
    if (folder != null) {
      where.append(
          " AND a.id IN (SELECT e.article FROM entry e JOIN feed f ON f.id = e.feed"
              + " WHERE f.folder = ?)");
      arguments.add(folder);
    }
    if (label != null) {
      where.append(" AND a.id IN (SELECT article FROM user_label WHERE user = ? AND label = ?)");
      arguments.add(user);
      arguments.add(label);
    }
    if (outlet != null) {
      where.append(" AND a.outlet = ?");
      arguments.add(outlet);
    }
    if (language != null) {
      where.append(" AND a.language = ?");
      arguments.add(language);
    }
    if (starred) {
      where.append(
          " AND a.id IN (SELECT article FROM user_article"
              + " WHERE user = ? AND starred_at IS NOT NULL)");
      arguments.add(user);
    }
    if (unread) {
      where.append(
          " AND NOT EXISTS (SELECT 1 FROM user_article u"
              + " WHERE u.user = ? AND u.article = a.id AND u.read_at IS NOT NULL)");
      arguments.add(user);
    }
    if (foldCopies) {
      where.append(
          " AND NOT EXISTS (SELECT 1 FROM copy x JOIN copy y ON y.lineage = x.lineage"
              + " JOIN article z ON z.id = y.article"
              + " WHERE x.article = a.id AND (z.dated, z.id) < (a.dated, a.id))");
    }
    if (since != null) {
      where.append(" AND a.dated >= ?");
      arguments.add(since);
    }
    if (before != null) {
      where.append(" AND (a.dated, a.id) < (?, ?)");
      arguments.add(before.dated());
      arguments.add(before.id());
    }
    return where.toString();
  }
}

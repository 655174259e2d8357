package org.skep.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.Correction.Mute.What;
import org.skep.store.ArticleRow;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.skep.store.UserRows.Mute;

/** What one user marks as read, stars and mutes. Thread-safe. */
public final class Marking {
  private static final Set<Copy.Kind> SAME = EnumSet.of(Copy.Kind.ORIGINAL, Copy.Kind.VERBATIM);

  private final Store store;
  private final Newsroom newsroom;
  private final Clock clock;
  private final long user;

  Marking(Store store, Newsroom newsroom, Clock clock, long user) {
    this.store = store;
    this.newsroom = newsroom;
    this.clock = clock;
    this.user = user;
  }

  /** Marks an article and all with the same words; {@code null} leaves a mark as it is. */
  public void mark(long article, @Nullable Boolean read, @Nullable Boolean star) {
    Instant now = clock.now();
    store.change(tx -> {
      if (tx.articles().present(article).isEmpty()) {
        return;
      }
      if (read != null) {
        for (long same : sameWords(tx, article)) {
          if (read) {
            tx.users().markRead(user, same, now);
          } else {
            tx.users().markUnread(user, same);
          }
        }
      }
      if (star != null) {
        if (star) {
          tx.users().star(user, article, now);
        } else {
          tx.users().unstar(user, article);
        }
      }
    });
  }

  /**
   * Verbatim copies are read along, whichever of them was read; trimmed, stitched and rewritten
   * ones have something of their own.
   */
  private static List<Long> sameWords(Tx tx, long article) {
    Optional<ArticleRow> found = tx.articles().find(article);
    if (found.isEmpty() || !SAME.contains(found.get().copy())) {
      return List.of(article);
    }
    return tx.articles().lineage(found.get().lineage()).stream()
        .filter(row -> row.id() == article || SAME.contains(row.copy()))
        .map(ArticleRow::id)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), ids -> ids.isEmpty() ? List.of(article) : ids));
  }

  /** Everything of a shelf that was there until then; gives how many. */
  public int markAllRead(String in) {
    return store.write(
        tx -> tx.users().markAllRead(River.filter(user, in).onlyUnread(), clock.now()));
  }

  /**
   * Off the lists, or back on them: a story, a single article, all of an outlet, or whatever has a
   * word in its headline. Stories and articles are log entries, obeyed after a rebuild too.
   */
  public void mute(MuteView.Kind kind, String value, boolean muted) {
    switch (kind) {
      case STORY -> correct(What.STORY, value, muted);
      case ARTICLE -> correct(What.ARTICLE, value, muted);
      case OUTLET -> set(new Mute(Mute.Kind.OUTLET, value), muted);
      case WORD -> set(new Mute(Mute.Kind.WORD, value), muted);
    }
  }

  private void correct(What what, String id, boolean muted) {
    newsroom.correct(new Correction.Mute(user, what, Long.parseLong(id), muted));
  }

  private void set(Mute mute, boolean muted) {
    store.change(tx -> {
      if (muted) {
        tx.users().mute(user, mute, clock.now());
      } else {
        tx.users().unmute(user, mute);
      }
    });
  }

  /** What is muted. */
  public List<MuteView> mutes() {
    return store.read(tx -> new Mutes(tx, user).views());
  }
}

package org.skep.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.model.Copy;
import org.skep.store.ArticleRow;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.skep.store.UserRows.Mute;

/** What one user marks as read, stars and mutes. Thread-safe. */
public final class Marking {
  private static final Set<Copy.Kind> SAME = EnumSet.of(Copy.Kind.ORIGINAL, Copy.Kind.VERBATIM);

  private final Store store;
  private final Clock clock;
  private final long user;

  Marking(Store store, Clock clock, long user) {
    this.store = store;
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

  /** Off the front page: this story. */
  public void muteStory(long story) {
    mute(Mute.Kind.STORY, Long.toString(story));
  }

  /** Off the front page: all of this outlet. */
  public void muteOutlet(String host) {
    mute(Mute.Kind.OUTLET, host);
  }

  /** Off the front page: whatever has this word in its headline. */
  public void muteWord(String word) {
    mute(Mute.Kind.WORD, word);
  }

  private void mute(Mute.Kind kind, String value) {
    store.change(tx -> tx.users().mute(user, new Mute(kind, value), clock.now()));
  }

  /**
   * Back on the front page; spelled as {@link #mutes} spells it, anything else is nothing muted.
   */
  public void unmute(String printed) {
    store.change(tx ->
        tx.users().mutes(user).stream()
            .filter(mute -> printed(mute).equals(printed))
            .forEach(mute -> tx.users().unmute(user, mute)));
  }

  /** What is muted: "story: 12", "word: goose". */
  public List<String> mutes() {
    return store.read(tx -> tx.users().mutes(user)).stream().map(Marking::printed).toList();
  }

  private static String printed(Mute mute) {
    return mute.kind().name().toLowerCase(Locale.ROOT) + ": " + mute.value();
  }
}

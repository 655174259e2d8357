package org.skep.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.skep.store.ArticleRow;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows.Mute;

/** What one user does not want to see, of one moment. A muted story stays so when it is merged. */
final class Mutes {
  private final Tx tx;
  private final List<Mute> all;
  private final Set<Mute> set;
  private final Set<Long> stories;
  private final List<HeadlineMute> headlines;

  Mutes(Tx tx, long user) {
    this.tx = tx;
    this.all = tx.users().mutes(user);
    this.set = new HashSet<>(all);
    this.stories =
        all.stream()
            .filter(mute -> mute.kind() == Mute.Kind.STORY)
            .map(mute -> tx.stories().resolve(Long.parseLong(mute.value())))
            .collect(Collectors.toSet());
    this.headlines =
        all.stream()
            .filter(mute -> mute.kind() == Mute.Kind.WORD)
            .map(mute -> HeadlineMute.of(mute.value()))
            .toList();
  }

  /** The story itself, or a word of its headline. */
  boolean hides(StoryRow story) {
    return muted(story) || headlines.stream().anyMatch(mute -> mute.hides(story.headline()));
  }

  boolean muted(StoryRow story) {
    return stories.contains(story.id());
  }

  /** The article itself, or its outlet. */
  boolean hides(ArticleRow row) {
    return muted(row) || set.contains(new Mute(Mute.Kind.OUTLET, row.outlet()));
  }

  boolean muted(ArticleRow row) {
    return set.contains(new Mute(Mute.Kind.ARTICLE, Long.toString(row.id())));
  }

  List<MuteView> views() {
    return all.stream().map(this::view).toList();
  }

  private MuteView view(Mute mute) {
    String value = mute.value();
    return switch (mute.kind()) {
      case STORY ->
          new MuteView(
              MuteView.Kind.STORY,
              value,
              tx.stories().find(Long.parseLong(value)).map(StoryRow::headline).orElse(value),
              "/story/" + value);
      case ARTICLE ->
          new MuteView(
              MuteView.Kind.ARTICLE,
              value,
              tx.articles().find(Long.parseLong(value)).map(ArticleRow::title).orElse(value),
              "/article/" + value);
      case OUTLET -> new MuteView(MuteView.Kind.OUTLET, value, value, "/outlet/" + value);
      case WORD -> new MuteView(MuteView.Kind.WORD, value, value, null);
    };
  }
}

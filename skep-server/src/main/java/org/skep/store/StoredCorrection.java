package org.skep.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Correction;
import org.skep.model.Correction.NamePersons.Row;

/**
 * A correction as one flat record, since JSON does not say which case of a sealed type it is.
 *
 * @param many {@code null} in entries that need it not
 * @param rows {@code null} in entries that need them not
 */
record StoredCorrection(
    String kind,
    long first,
    long second,
    String name,
    boolean flag,
    @Nullable List<Long> many,
    @Nullable List<Row> rows) {
  private StoredCorrection(String kind, long first, long second, String name, boolean flag) {
    this(kind, first, second, name, flag, null, null);
  }

  static StoredCorrection of(Correction correction) {
    return switch (correction) {
      case Correction.NotThisStory(var article, var story) ->
          new StoredCorrection("not-this-story", article, story, "", false);
      case Correction.MergeStories(var story, var other) ->
          new StoredCorrection("merge-stories", story, other, "", false);
      case Correction.SplitStory(var article) ->
          new StoredCorrection("split-story", article, 0, "", false);
      case Correction.CutLink(var story, var other) ->
          new StoredCorrection("cut-link", story, other, "", false);
      case Correction.MergePersons(var person, var other) ->
          new StoredCorrection("merge-persons", person, other, "", false);
      case Correction.SplitPerson(var person, var articles) ->
          new StoredCorrection("split-person", person, 0, "", false, articles, null);
      case Correction.Mute(var user, var what, var id, var muted) ->
          new StoredCorrection("mute", user, id, what.name(), muted);
      case Correction.RenamePerson(var person, var name) ->
          new StoredCorrection("rename-person", person, 0, name, false);
      case Correction.NamePersons(var rows) ->
          new StoredCorrection("name-persons", 0, 0, "", false, null, rows);
      case Correction.HidePerson(var person, var hidden) ->
          new StoredCorrection("hide-person", person, 0, "", hidden);
    };
  }

  Correction read() {
    return switch (kind) {
      case "not-this-story" -> new Correction.NotThisStory(first, second);
      case "merge-stories" -> new Correction.MergeStories(first, second);
      case "split-story" -> new Correction.SplitStory(first);
      case "cut-link" -> new Correction.CutLink(first, second);
      case "merge-persons" -> new Correction.MergePersons(first, second);
      case "split-person" -> new Correction.SplitPerson(first, many == null ? List.of() : many);
      case "mute" -> new Correction.Mute(first, Correction.Mute.What.valueOf(name), second, flag);
      case "rename-person" -> new Correction.RenamePerson(first, name);
      case "name-persons" -> new Correction.NamePersons(rows == null ? List.of() : rows);
      case "hide-person" -> new Correction.HidePerson(first, flag);
      default -> throw new StoreException("a correction of kind " + kind + " in the log");
    };
  }
}

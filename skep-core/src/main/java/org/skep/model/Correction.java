package org.skep.model;

/** What a user set right. Log entries like arrivals: obeyed for ever, also after a rebuild. */
public sealed interface Correction {
  /** The article does not belong to that story. */
  record NotThisStory(long article, long story) implements Correction {}

  /** Both are one story; the older id stays. */
  record MergeStories(long story, long other) implements Correction {}

  /** The article begins a story of its own, and later ones may join it. */
  record SplitStory(long article) implements Correction {}

  /** Both are one person; the first id stays. */
  record MergePersons(long person, long other) implements Correction {}

  /** The name to show. */
  record RenamePerson(long person, String name) implements Correction {}

  /** The person gets no page. */
  record HidePerson(long person, boolean hidden) implements Correction {}
}

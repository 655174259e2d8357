package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.WordClass;
import org.skep.model.SpeakerKind;

/** One person, organisation or document of the article; what is known of it grows while reading. */
final class Member {
  private static final int EVIDENCE_MAX = 2;

  String name;
  SpeakerKind kind;
  @Nullable WordClass gender;
  final List<String> aliases = new ArrayList<>(2);
  final List<Office> offices = new ArrayList<>(1);
  final List<int[]> evidence = new ArrayList<>(2);
  boolean speaks;

  Member(String name, SpeakerKind kind) {
    this.name = name;
    this.kind = kind;
  }

  void alias(String alias) {
    if (!alias.equals(name) && !aliases.contains(alias)) {
      aliases.add(alias);
    }
  }

  void seen(int begin, int end) {
    if (evidence.size() < EVIDENCE_MAX) {
      evidence.add(new int[] {begin, end});
    }
  }

  String firstName() {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** Whether a pronoun of this gender may mean it; {@code null} is any. */
  boolean mayBe(@Nullable WordClass wanted) {
    return wanted == null || gender == null || gender == wanted;
  }
}

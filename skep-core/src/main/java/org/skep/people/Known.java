package org.skep.people;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.model.Correction;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.SpeakerKind;

/**
 * A person as the index remembers it. Bounded: {@link #LINKS_MAX} appearances, {@link #ROLES_MAX}
 * roles, {@link #ALIASES_MAX} aliases, the context of the last {@link #CONTEXTS_MAX} articles.
 */
public final class Known {
  static final int LINKS_MAX = 4_000;
  static final int ROLES_MAX = 16;
  static final int ALIASES_MAX = 16;
  static final int CONTEXTS_MAX = 12;

  /** What one article was about, and when. */
  record Context(long article, Instant at, int[] terms) {}

  final long id;
  final SpeakerKind kind;
  String name;
  boolean renamed;
  boolean full;
  @Nullable String wikidata;
  final TreeSet<String> keys = new TreeSet<>();
  final Map<String, Integer> aliases = new TreeMap<>();
  final Map<String, Person.Role> roles = new TreeMap<>();
  final Deque<Context> contexts = new ArrayDeque<>();
  final Deque<PersonLink> links = new ArrayDeque<>();
  Instant firstSeen;
  Instant lastSeen;

  Known(long id, SpeakerKind kind, String name, boolean full, Instant at) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.full = full;
    this.firstSeen = at;
    this.lastSeen = at;
  }

  void see(PersonFeatures.Voice voice, PersonFeatures features) {
    keys.add(voice.key());
    if (!renamed && voice.full() && (!full || longer(voice.speaker().name()))) {
      count(name);
      name = voice.speaker().name();
      full = true;
    }
    count(voice.speaker().name());
    voice.aliases().forEach(this::count);
    firstSeen = features.at().isBefore(firstSeen) ? features.at() : firstSeen;
    lastSeen = features.at().isAfter(lastSeen) ? features.at() : lastSeen;
    roles(voice, features);
    contexts.removeIf(context -> context.article == features.article());
    contexts.addLast(new Context(features.article(), features.at(), features.context()));
    if (contexts.size() > CONTEXTS_MAX) {
      contexts.removeFirst();
    }
    link(new PersonLink(features.article(), voice.speaker().name(), id));
  }

  /** Called as a user's table says. */
  void call(Correction.NamePersons.Row row) {
    count(name);
    row.aliases().forEach(this::count);
    name = row.name();
    renamed = true;
    full = true;
    wikidata = row.wikidata();
  }

  /** Whether that is a name of theirs, not only a surname somebody used for them. */
  boolean bears(String key) {
    return keys.contains(key) && (!full || key.indexOf(' ') > 0);
  }

  /** "Yury Ushakov" before "Y. Ushakov". */
  private boolean longer(String other) {
    return name.contains(".") && !other.contains(".");
  }

  private void count(String alias) {
    if (aliases.containsKey(alias) || aliases.size() < ALIASES_MAX) {
      aliases.merge(alias, 1, Integer::sum);
    }
  }

  private void roles(PersonFeatures.Voice voice, PersonFeatures features) {
    var evidence = voice.speaker().evidence();
    for (String role : voice.speaker().roles()) {
      var known = roles.get(role);
      if (known == null && (roles.size() >= ROLES_MAX || evidence.isEmpty())) {
        continue;
      }
      Instant at = features.at();
      roles.put(
          role,
          known == null
              ? new Person.Role(role, at, at, evidence.get(0))
              : new Person.Role(
                  role,
                  at.isBefore(known.firstSeen()) ? at : known.firstSeen(),
                  at.isAfter(known.lastSeen()) ? at : known.lastSeen(),
                  known.evidence()));
    }
  }

  void link(PersonLink link) {
    links.removeIf(
        known -> known.article() == link.article() && known.speaker().equals(link.speaker()));
    links.addLast(link);
    if (links.size() > LINKS_MAX) {
      links.removeFirst();
    }
  }

  /** Somebody of the same names, whose past these links and what belongs to them become. */
  Known split(long otherId, List<PersonLink> moved) {
    var articles = new TreeSet<Long>();
    moved.forEach(link -> articles.add(link.article()));
    var other = new Known(otherId, kind, name, full, firstSeen);
    other.keys.addAll(keys);
    other.lastSeen = lastSeen;
    for (PersonLink link : moved) {
      links.remove(link);
      other.link(new PersonLink(link.article(), link.speaker(), otherId));
      other.count(link.speaker());
    }
    for (Context context : List.copyOf(contexts)) {
      if (articles.contains(context.article)) {
        contexts.remove(context);
        other.contexts.addLast(context);
      }
    }
    for (Person.Role role : List.copyOf(roles.values())) {
      if (articles.contains(role.evidence().article())) {
        roles.remove(role.name());
        other.roles.put(role.name(), role);
      }
    }
    return other;
  }

  /** The other one's past becomes this one's. */
  void absorb(Known other) {
    keys.addAll(other.keys);
    wikidata = wikidata == null ? other.wikidata : wikidata;
    count(other.name);
    other.aliases.forEach((alias, n) -> aliases.merge(alias, n, Integer::sum));
    while (aliases.size() > ALIASES_MAX) {
      aliases.remove(rarest());
    }
    other.roles.forEach(roles::putIfAbsent);
    other.links.forEach(link -> link(new PersonLink(link.article(), link.speaker(), id)));
    firstSeen = other.firstSeen.isBefore(firstSeen) ? other.firstSeen : firstSeen;
    lastSeen = other.lastSeen.isAfter(lastSeen) ? other.lastSeen : lastSeen;
  }

  private String rarest() {
    String rarest = "";
    int least = Integer.MAX_VALUE;
    for (var alias : aliases.entrySet()) {
      if (alias.getValue() < least) {
        rarest = alias.getKey();
        least = alias.getValue();
      }
    }
    return rarest;
  }

  /** Names and rare words shared with an article of the same days. */
  int sharedContext(PersonFeatures features) {
    int most = 0;
    for (Context context : contexts) {
      if (context.article == features.article()) {
        return Integer.MAX_VALUE; // a new revision of an article stays with whom it was
      }
      var gap = java.time.Duration.between(context.at, features.at()).abs();
      if (gap.compareTo(PersonIndex.CONTEXT_MAX) > 0) {
        continue;
      }
      int shared = 0;
      for (int term : features.context()) {
        shared += Arrays.binarySearch(context.terms, term) >= 0 ? 1 : 0;
      }
      most = Math.max(most, shared);
    }
    return most;
  }

  @Nullable PersonLink remove(long article) {
    PersonLink found = null;
    for (PersonLink link : List.copyOf(links)) {
      if (link.article() == article) {
        links.remove(link);
        found = link;
      }
    }
    return found;
  }

  Person person() {
    var others = new ArrayList<>(aliases.keySet());
    others.remove(name);
    others.sort((a, b) -> {
      int byCount = Integer.compare(aliases.getOrDefault(b, 0), aliases.getOrDefault(a, 0));
      return byCount != 0 ? byCount : a.compareTo(b);
    });
    var held = new ArrayList<>(roles.values());
    held.sort((a, b) -> b.lastSeen().compareTo(a.lastSeen()));
    return new Person(id, name, kind, others, held, firstSeen, lastSeen, wikidata);
  }
}

package org.skep.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.skep.language.LanguagePack;
import org.skep.language.LanguagePacks;
import org.skep.language.Noun;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Correction;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;
import org.skep.text.Fold;
import org.skep.text.Hash64;
import org.skep.text.Words;

/**
 * The people stage as four functions: features, lookup (on the index), decide, apply. A full name
 * is the same person wherever it stands, spelt in Latin or Cyrillic letters; a surname alone is
 * somebody known only in the context of an article about the same thing; where two could be meant,
 * nobody is. So with organisations: one with a name of its own is the same everywhere, "the police"
 * only where the articles are about the same thing. Weak: two persons of one full name are one here
 * until a user says otherwise.
 */
public final class People {
  private static final int CONTEXT_WORDS = 150;
  private static final int CONTEXT_SHARED_MIN = 3;
  static final int NAME_CHARS_MAX = 120;

  private final Names names = new Names();
  private final LanguagePacks packs = new LanguagePacks();
  private final NameGuard guard = new NameGuard();

  /** What changed: persons new or changed, links new or replaced. */
  public record Change(List<Person> persons, List<PersonLink> links) {
    public Change {
      persons = List.copyOf(persons);
      links = List.copyOf(links);
    }
  }

  /**
   * What {@link #decide} found, voice by voice.
   *
   * @param persons the person's id; 0 for somebody new, -1 when two could be meant
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Decision(PersonFeatures features, long[] persons) {}

  /** Pure and parallel. */
  public PersonFeatures features(Analysis analysis) {
    return features(analysis, Words.of(analysis.article().text()));
  }

  /** As {@link #features(Analysis)}, from the words of its text. */
  public PersonFeatures features(Analysis analysis, Words text) {
    var voices = new ArrayList<PersonFeatures.Voice>();
    for (Speaker speaker : analysis.speakers()) {
      if (speaker.name().length() <= NAME_CHARS_MAX && mayBeKnown(speaker, analysis.article())) {
        voices.add(voice(speaker, analysis.article()));
      }
    }
    Article article = analysis.article();
    return new PersonFeatures(article.id(), article.dated(), context(article, text), voices);
  }

  private boolean mayBeKnown(Speaker speaker, Article article) {
    return switch (speaker.kind()) {
      case UNKNOWN -> false;
      case PERSON -> guard.admits(speaker.name(), article);
      case ORGANIZATION, DOCUMENT -> true;
    };
  }

  private PersonFeatures.Voice voice(Speaker speaker, Article article) {
    boolean person = speaker.kind() == SpeakerKind.PERSON;
    String key = person ? names.key(speaker.name()) : Fold.latin(speaker.name()).strip();
    List<String> aliases =
        speaker.aliases().stream()
            .filter(alias -> names.shareWord(alias, key) && guard.admits(alias, article))
            .toList();
    boolean full =
        person
            ? key.indexOf(' ') > 0
            : hasNameOfItsOwn(speaker.name(), packs.of(article.language()));
    return new PersonFeatures.Voice(speaker, key, full, aliases);
  }

  /** "Harbour Board" and "Kremlin", not "the police" or "die Polizei". */
  private static boolean hasNameOfItsOwn(String name, LanguagePack pack) {
    return Arrays.stream(name.split("[^\\p{L}\\p{Nd}'’-]+"))
        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(word ->
            pack.noun(word, Noun.Kind.ORGANIZATION) == null
                && pack.noun(word, Noun.Kind.PEOPLE) == null
                && pack.noun(word, Noun.Kind.DOCUMENT) == null);
  }

  /** Capitalised words and numbers of the beginning, in letters every language shares. */
  private static int[] context(Article article, Words text) {
    var terms = new java.util.TreeSet<Integer>();
    for (var words : List.of(Words.of(article.title()), text)) {
      for (int i = 0; i < Math.min(words.size(), CONTEXT_WORDS); i++) {
        boolean name = words.capital(i) && !words.beginsSentence(i);
        if ((name || words.number(i)) && words.end(i) - words.begin(i) > 2) {
          terms.add((int) Hash64.of(Fold.latin(words.printed(i))));
        }
      }
    }
    return terms.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Pure. */
  public Decision decide(PersonFeatures features, PersonIndex.Candidates candidates) {
    var persons = new long[features.voices().size()];
    for (int i = 0; i < persons.length; i++) {
      var known = candidates.known().get(i);
      persons[i] =
          switch (candidates.rows().get(i)) {
            case 0 ->
                features.voices().get(i).kind() == SpeakerKind.PERSON
                    ? decide(features, features.voices().get(i), known)
                    : organization(features, features.voices().get(i), known);
            case 1 -> known.isEmpty() ? 0 : best(features, known).id;
            default -> -1;
          };
    }
    return new Decision(features, persons);
  }

  private static long decide(
      PersonFeatures features, PersonFeatures.Voice voice, List<Known> known) {
    var sameName =
        known.stream()
            .filter(person -> person.keys.stream().anyMatch(key -> Names.same(key, voice.key())))
            .toList();
    if (voice.full()) {
      if (!sameName.isEmpty()) {
        return best(features, sameName).id;
      }
      var nameless =
          known.stream()
              .filter(person -> !person.full && person.keys.contains(voice.surname()))
              .filter(person -> person.sharedContext(features) >= CONTEXT_SHARED_MIN)
              .toList();
      return nameless.size() == 1 ? nameless.get(0).id : 0;
    }
    return surnameOnly(features, voice, known);
  }

  /** Never one letter apart: the statistical institute is not the seismological one. */
  private static long organization(
      PersonFeatures features, PersonFeatures.Voice voice, List<Known> known) {
    var near =
        known.stream()
            .filter(organization -> organization.keys.contains(voice.key()))
            .filter(organization ->
                voice.full() || organization.sharedContext(features) >= CONTEXT_SHARED_MIN)
            .toList();
    return near.isEmpty() ? 0 : best(features, near).id;
  }

  private static long surnameOnly(
      PersonFeatures features, PersonFeatures.Voice voice, List<Known> known) {
    var bearers =
        known.stream()
            .filter(person ->
                person.keys.stream().anyMatch(key -> Names.surname(key).equals(voice.surname())))
            .toList();
    if (bearers.isEmpty()) {
      return 0;
    }
    var near =
        bearers.stream()
            .filter(person -> person.sharedContext(features) >= CONTEXT_SHARED_MIN)
            .toList();
    return near.size() == 1 ? near.get(0).id : near.isEmpty() && bearers.size() == 1 ? 0 : -1;
  }

  private static Known best(PersonFeatures features, List<Known> known) {
    Known best = known.get(0);
    for (Known person : known) {
      best = person.sharedContext(features) > best.sharedContext(features) ? person : best;
    }
    return best;
  }

  /** Ties the article's speakers to persons. */
  public Change apply(PersonIndex index, Decision decision) {
    var features = decision.features();
    var persons = new ArrayList<Person>();
    var links = new ArrayList<PersonLink>();
    for (int i = 0; i < decision.persons().length; i++) {
      if (decision.persons()[i] == -1) {
        continue;
      }
      var voice = features.voices().get(i);
      Known known = decision.persons()[i] == 0 ? null : index.resolve(decision.persons()[i]);
      if (known == null) {
        known = open(index, voice, features);
      }
      known.see(voice, features);
      index.shelve(known);
      persons.add(known.person());
      links.add(new PersonLink(features.article(), voice.speaker().name(), known.id));
    }
    return new Change(persons, links);
  }

  /** Somebody new, who goes by the name of the one row of the user's table that means them. */
  private static Known open(
      PersonIndex index, PersonFeatures.Voice voice, PersonFeatures features) {
    var rows = index.aliases.naming(voice);
    Known twin = rows.size() == 1 ? index.resolve(rows.get(0).person()) : null;
    if (twin != null) {
      return twin; // under another name in the same article
    }
    var known =
        new Known(
            index.freeId(voice.kind(), voice.key()),
            voice.kind(),
            voice.speaker().name(),
            voice.full(),
            features.at());
    index.add(known);
    if (rows.size() == 1) {
      known.call(rows.get(0).row());
      index.aliases.tie(rows.get(0).row(), known.id);
    }
    return known;
  }

  /** Obeys a user. */
  public Change correct(PersonIndex index, Correction correction) {
    return new Corrections(index, names).obey(correction);
  }

  /** Forgets what the article told. */
  public Change purge(PersonIndex index, long article) {
    var persons = new ArrayList<Person>();
    for (Known known : index.persons.values().toArray(Known[]::new)) {
      if (known.remove(article) != null) {
        known.roles.values().removeIf(role -> role.evidence().article() == article);
        persons.add(known.person());
      }
    }
    persons.sort((a, b) -> Long.compare(a.id(), b.id()));
    return new Change(persons, List.of());
  }
}

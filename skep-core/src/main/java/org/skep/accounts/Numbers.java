package org.skep.accounts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.language.Noun;
import org.skep.model.Account;
import org.skep.model.Account.Side;
import org.skep.model.Fact;

/**
 * Numbers about the same thing that differ. Tolls (dead, injured ...) of several articles that only
 * grow with time are drift; anything else that cannot both be right is a difference, provided the
 * sentences are about the same thing. An article that gives several numbers for one thing is
 * listing, not disagreeing with itself, unless different people say them.
 */
final class Numbers {
  private static final Set<String> TOLLS =
      Set.of("dead", "injured", "missing", "arrested", "evacuated", "rescued", "homeless");
  private static final int SHARED_WORDS_MIN = 2;
  private static final double ROUGHLY = 0.12;

  /** A count so much later is a newer one; a toll is as soon as it is later. */
  private static final Duration NEWER_MIN = Duration.ofHours(6);

  private Numbers() {}

  /** One number where it stands. */
  private record Figure(Sides sides, Fact fact, String hedge, BigDecimal value, String by) {
    Side side() {
      return sides.side(by, fact.text(), fact.span().begin());
    }
  }

  static List<Account> differing(List<Sides> story) {
    var byThing = new TreeMap<String, List<Figure>>();
    for (Sides sides : story) {
      for (Fact fact : sides.analysis.facts()) {
        Figure figure = figure(sides, fact);
        if (figure != null) {
          byThing.computeIfAbsent(thing(sides, fact), key -> new ArrayList<>()).add(figure);
        }
      }
    }
    var accounts = new ArrayList<Account>();
    byThing.forEach((thing, figures) -> {
      Account account = TOLLS.contains(thing) ? toll(figures) : difference(figures);
      if (account != null) {
        accounts.add(account);
      }
    });
    return accounts;
  }

  /**
   * Tolls compare across languages, other things only within one. A sixth known call is a sixth
   * call; 14 police officers are not 14 officers.
   */
  private static String thing(Sides sides, Fact fact) {
    String about = fact.about();
    if (fact.kind() == Fact.Kind.ORDINAL) {
      return about.substring(about.lastIndexOf(' ') + 1) + ", ordinal [" + sides.pack.code() + "]";
    }
    return TOLLS.contains(about) ? about : about + " [" + sides.pack.code() + "]";
  }

  private static @Nullable Figure figure(Sides sides, Fact fact) {
    boolean counts =
        fact.kind() == Fact.Kind.ORDINAL
            || fact.kind() == Fact.Kind.COUNT
            || fact.kind() == Fact.Kind.AMOUNT;
    if (!counts || fact.about().isEmpty() || isPeriod(sides, fact)) {
      return null;
    }
    int digits = 0;
    while (digits < fact.value().length() && !Character.isDigit(fact.value().charAt(digits))) {
      digits++;
    }
    int end = digits;
    while (end < fact.value().length() && fact.value().charAt(end) != ' ') {
      end++;
    }
    return new Figure(
        sides,
        fact,
        fact.value().substring(0, digits),
        new BigDecimal(fact.value().substring(digits, end)),
        sides.by(fact.span()));
  }

  /** The third quarter and the second day say when, not how many. */
  private static boolean isPeriod(Sides sides, Fact fact) {
    String about = fact.about();
    String head = about.substring(about.lastIndexOf(' ') + 1);
    return sides.pack.noun(head, Noun.Kind.PERIOD) != null;
  }

  private static @Nullable Account toll(List<Figure> all) {
    var first = new ArrayList<Figure>();
    var seen = new HashSet<String>();
    for (Figure figure :
        all) { // an article's first figure is its own; later ones recall other events
      if (seen.add(figure.sides().article.id() + " " + (isOutlet(figure) ? "" : figure.by()))) {
        first.add(figure);
      }
    }
    return judged(first, Duration.ZERO);
  }

  /**
   * A difference, or drift where the number only grew with time or every voice has come round to
   * one number since; null when all may be right.
   *
   * @param apart how much later a higher number must be to be a newer one
   */
  private static @Nullable Account judged(List<Figure> figures, Duration apart) {
    figures.sort(Comparator.comparing((Figure f) -> f.sides().article.dated()));
    var distinct = ofOneMatter(distinct(figures));
    if (distinct.size() < 2) {
      return null;
    }
    boolean drift = grows(distinct, apart) || distinct(lastOfEach(figures)).size() < 2;
    return new Account(
        drift ? Account.Kind.DRIFT : Account.Kind.NUMBER,
        distinct.getFirst().fact().about(),
        distinct.stream().map(Figure::side).toList());
  }

  private static boolean grows(List<Figure> figures, Duration apart) {
    for (int i = 1; i < figures.size(); i++) {
      Figure before = figures.get(i - 1);
      Figure after = figures.get(i);
      var gap = Duration.between(before.sides().article.dated(), after.sides().article.dated());
      boolean newer = gap.isPositive() && gap.compareTo(apart) >= 0;
      if (!newer
          || after.fact().kind() == Fact.Kind.ORDINAL
          || after.value().compareTo(before.value()) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** What each voice said last; an older number of the same voice is superseded. */
  private static List<Figure> lastOfEach(List<Figure> byTime) {
    var last = new LinkedHashMap<String, Figure>();
    byTime.forEach(figure -> last.put(figure.by(), figure));
    return List.copyOf(last.values());
  }

  private static boolean isOutlet(Figure figure) {
    var article = figure.sides().article;
    return figure.by().equals(article.publisher()) || figure.by().equals(article.outlet());
  }

  private static @Nullable Account difference(List<Figure> all) {
    var alone = new ArrayList<Figure>();
    for (Figure figure : all) {
      boolean lists =
          all.stream()
              .anyMatch(other ->
                  other.sides() == figure.sides()
                      && other.value().compareTo(figure.value()) != 0
                      && other.by().equals(figure.by()));
      if (!lists) {
        alone.add(figure);
      }
    }
    return judged(alone, NEWER_MIN);
  }

  /** One figure per value, leaving out those another one allows ("at least 12" and 14). */
  private static List<Figure> distinct(List<Figure> figures) {
    var distinct = new ArrayList<Figure>();
    for (Figure figure : figures) {
      if (distinct.stream().noneMatch(other -> agree(other, figure)) && distinct.size() < 6) {
        distinct.add(figure);
      }
    }
    return distinct;
  }

  private static boolean agree(Figure a, Figure b) {
    int order = a.value().compareTo(b.value());
    if (order == 0) {
      return true;
    }
    boolean rough = a.hedge().equals("~") || b.hedge().equals("~");
    if (rough) {
      double x = a.value().doubleValue();
      double y = b.value().doubleValue();
      return Math.abs(x - y) <= ROUGHLY * Math.max(x, y);
    }
    Figure low = order < 0 ? a : b;
    Figure high = order < 0 ? b : a;
    boolean toll = TOLLS.contains(a.fact().about());
    return (!toll && low.hedge().startsWith(">")) || high.hedge().startsWith("<");
  }

  /** The first figure and those about the same thing, be it that others are not. */
  private static List<Figure> ofOneMatter(List<Figure> figures) {
    var same = new ArrayList<Figure>();
    for (Figure figure : figures) {
      if (same.isEmpty() || sameMatter(same.getFirst(), figure)) {
        same.add(figure);
      }
    }
    return same;
  }

  /**
   * Whether two sentences share words beyond the thing counted, or the articles share a story's
   * tolls.
   */
  private static boolean sameMatter(Figure first, Figure other) {
    if (other.sides() == first.sides() && other.by().equals(first.by())) {
      return false;
    }
    var shared =
        new HashSet<>(other.sides().meaning(other.sides().sentence(other.fact().span().begin())));
    shared.retainAll(first.sides().meaning(first.sides().sentence(first.fact().span().begin())));
    return TOLLS.contains(first.fact().about())
        || shared.size() >= SHARED_WORDS_MIN + aboutWords(first);
  }

  private static int aboutWords(Figure figure) {
    return figure.fact().about().indexOf(' ') < 0 ? 1 : 2;
  }
}

package org.skep.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.skep.model.Page;

/** Self-made pages from a seed: any number, no two alike, some about the same thing. */
final class PressPages {
  private static final List<String> PLACES =
      List.of(
          "Lindau", "Norden", "Altstadt", "Riverton", "Kalmar", "Ostfeld", "Brannock", "Tarvos");
  private static final List<String> THINGS =
      List.of("bridge", "harbour", "library", "railway", "stadium", "museum", "reservoir", "mill");
  private static final List<String> PEOPLE =
      List.of("Ada Holm", "Jon Berg", "Mira Castell", "Peter Lund", "Ines Falk", "Tom Arden");

  private PressPages() {}

  static Page page(long seed, int number) {
    var random = new Random(seed * 31 + number);
    String place = PLACES.get(random.nextInt(PLACES.size()));
    String thing = THINGS.get(random.nextInt(THINGS.size()));
    String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    int cost = 10 + random.nextInt(900);
    String host = "outlet" + random.nextInt(9) + ".example";
    String html =
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s decides about its %2$s</title>
        </head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
        <h1>%1$s decides about its %2$s, number %5$d</h1>
        <p>The council of %1$s has decided to spend %4$d million crowns on its old %2$s, after a debate
        that lasted until late in the evening and filled every seat of the town hall.</p>
        <p>"We have waited long enough for this %2$s," said %3$s, who leads the council and had asked for
        the money in each of the last five years without finding a majority for it.</p>
        <p>Work begins in the spring and ends, if the weather allows, before the next winter. Neighbours
        were told to expect noise on weekdays and closed roads around the %2$s in May.</p>
        <p>Opponents pointed to the debts of %1$s and to report %5$d of its auditors, which had warned of
        projects whose costs nobody could foresee.</p>
        </article><footer>All rights reserved.</footer></body></html>
        """
            .formatted(place, thing, person, cost, number);
    return new Page(
        "https://" + host + "/" + place.toLowerCase(Locale.ROOT) + "/" + number,
        Map.of("content-type", "text/html; charset=utf-8"),
        html.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-03-02T12:00:00Z").plusSeconds(60L * number));
  }
}

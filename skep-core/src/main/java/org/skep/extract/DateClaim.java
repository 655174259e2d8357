package org.skep.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.skep.model.Stated;

/**
 * A date that a page gives as its publication, and where it stands.
 *
 * @param source what speaks for it
 */
record DateClaim(Stated stated, Source source) {
  /** Kinds of evidence, the most trusted first; each is heard once for a day. */
  enum Source {
    /** {@code datePublished} of the article's JSON-LD. */
    JSON_LD(3),
    /** A meta element that names the publication. */
    META(3),
    /** An element marked as the publication: itemprop, pubdate, a class. */
    MARKED(3),
    /** Printed after "Published on". */
    LABELLED(3),
    /** The time element nearest to the headline. */
    TIME(2),
    /** Printed in a short line beside the headline. */
    PRINTED(2),
    /** In the page's address. */
    ADDRESS(2),
    /** A meta element called date, which in half of the systems is the last change. */
    DATED(1.5),
    /** At the beginning of the first paragraphs. */
    LEAD(1),
    /** Printed in a short line below the first paragraphs. */
    BELOW(1);

    final double weight;

    Source(double weight) {
      this.weight = weight;
    }
  }

  LocalDate day() {
    return stated.at().toLocalDate();
  }

  /** Whether its zone may be the server's and not the newsroom's. */
  boolean isUniversal() {
    return !stated.dayOnly() && stated.at().getOffset().equals(ZoneOffset.UTC);
  }

  /**
   * Whether both can be the same moment, seen from different zones.
   *
   * @param zones where newsrooms of the page's language are
   */
  boolean agrees(DateClaim other, LanguageZones.Span zones) {
    return day().equals(other.day())
        || mayBe(other, zones)
        || other.mayBe(this, zones)
        || isSameMoment(other);
  }

  private boolean isSameMoment(DateClaim other) {
    return !stated.dayOnly()
        && !other.stated.dayOnly()
        && stated.instant().equals(other.stated.instant());
  }

  /** Whether this moment of universal time falls on the other's day somewhere in the span. */
  private boolean mayBe(DateClaim printed, LanguageZones.Span zones) {
    return isUniversal()
        && printed.stated.dayOnly()
        && (day(zones.east()).equals(printed.day()) || day(zones.west()).equals(printed.day()));
  }

  private LocalDate day(int hours) {
    return stated.at().plusHours(hours).toLocalDate();
  }
}

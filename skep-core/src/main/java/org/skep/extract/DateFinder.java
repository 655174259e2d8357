package org.skep.extract;

import java.time.Instant;

/** Finds the dates of pages: the knowledge, loaded once. Immutable and thread-safe. */
final class DateFinder {
  private final Phrases phrases;
  private final DateLabels labels = DateLabels.load();
  private final DeclaredDates names = DeclaredDates.load();

  private final LanguageZones zones = LanguageZones.load();

  DateFinder(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The dates of one page, seen from its headline. */
  PublicationDates find(PageFacts facts, Layout layout, Hints hints, Instant fetchedAt) {
    var reader = new DateReader(facts.declaredTag(), fetchedAt);
    var vicinity = new Vicinity(layout, hints.headingIndex());
    var visible = new VisibleDates(layout, reader, labels, vicinity, phrases, hints.headingIndex());
    return new PublicationDates(
        facts,
        layout.described(),
        reader,
        names.of(facts.jsonLd, facts.meta),
        visible,
        zones.of(facts.declaredLanguage()));
  }
}

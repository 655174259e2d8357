package org.skep.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.model.Stated;

/**
 * When the page says it was published and last changed. What it declares, marks, prints beside the
 * headline and has in its address are claims; the day with most evidence wins, and a moment in
 * universal time takes the day that the newsroom printed. Only where nothing claims is the rest of
 * the page read. About 50 µs where something is declared.
 */
final class PublicationDates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "[/_-]((?:19|20)\\d\\d)(?:([/_-])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])|([01]\\d)[/-]?([0-3]\\d))(?=[/_.-]|$)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("[/_-]([0-3]\\d)-([01]\\d)-((?:19|20)\\d\\d)(?=[/_.-]|$)");

  private final PageFacts facts;
  private final List<Element> described;
  private final DateReader reader;
  private final VisibleDates visible;
  private final DeclaredDates.Declared declared;
  private final List<Stated> modified;
  private final LanguageZones.Span zones;

  PublicationDates(
      PageFacts facts,
      List<Element> described,
      DateReader reader,
      DeclaredDates.Declared declared,
      VisibleDates visible,
      LanguageZones.Span zones) {
    this.zones = zones;
    this.facts = facts;
    this.described = described;
    this.reader = reader;
    this.declared = declared;
    this.visible = visible;
    this.modified = reader.readAll(declared.modified());
  }

  @Nullable Stated modified() {
    return modified.isEmpty() ? null : modified.getFirst();
  }

  @Nullable Stated published() {
    var claims = new ArrayList<DateClaim>();
    claim(declared.jsonLd(), DateClaim.Source.JSON_LD, claims);
    claim(declared.published(), DateClaim.Source.META, claims);
    claims.addAll(visible.published);
    claim(declared.dated(), DateClaim.Source.DATED, claims);
    claimAddress(claims);
    claims.removeIf(this::isChange);
    if (!claims.isEmpty()) {
      return decide(claims);
    }
    List<Stated> changed = List.copyOf(visible.modified);
    VisibleDates.Elsewhere elsewhere = visible.elsewhere();
    return firstOf(
        elsewhere.said(),
        reader.readAll(declared.dated()),
        modified,
        changed,
        DataDates.read(described, reader),
        elsewhere.guessed(),
        visible.modified);
  }

  @SafeVarargs
  private static @Nullable Stated firstOf(List<Stated>... sources) {
    for (List<Stated> source : sources) {
      if (!source.isEmpty()) {
        return source.getFirst();
      }
    }
    return null;
  }

  private void claim(List<String> texts, DateClaim.Source source, List<DateClaim> into) {
    for (Stated stated : reader.readAll(texts)) {
      into.add(new DateClaim(stated, source));
    }
  }

  private void claimAddress(List<DateClaim> into) {
    String canonical = facts.canonical();
    for (String address : new String[] {facts.url, canonical == null ? "" : canonical}) {
      Stated stated = inAddress(address);
      if (stated != null) {
        into.add(new DateClaim(stated, DateClaim.Source.ADDRESS));
        return;
      }
    }
  }

  private @Nullable Stated inAddress(String address) {
    Matcher found = YEAR_FIRST.matcher(address);
    if (found.find()) {
      boolean apart = found.group(3) != null;
      return reader.read(
          day(found.group(1), found.group(apart ? 3 : 5), found.group(apart ? 4 : 6)));
    }
    found = DAY_FIRST.matcher(address);
    return found.find() ? reader.read(day(found.group(3), found.group(2), found.group(1))) : null;
  }

  private static String day(String year, String month, String day) {
    return year + (month.length() < 2 ? "-0" : "-") + month + (day.length() < 2 ? "-0" : "-") + day;
  }

  /** An unlabelled date that is the declared last change says nothing about the publication. */
  private boolean isChange(DateClaim claim) {
    boolean vague =
        switch (claim.source()) {
          case TIME, PRINTED, DATED, LEAD, BELOW -> true;
          default -> false;
        };
    return vague && (isAmong(claim, modified) || isAmong(claim, visible.modified));
  }

  private static boolean isAmong(DateClaim claim, List<Stated> dates) {
    return dates.stream().anyMatch(one -> one.at().toLocalDate().equals(claim.day()));
  }

  private Stated decide(List<DateClaim> claims) {
    DateClaim best = claims.getFirst();
    double most = 0;
    for (DateClaim claim : claims) {
      double weight = weight(claim, claims);
      if (weight > most + 1e-9) {
        best = claim;
        most = weight;
      }
    }
    return localised(best, claims);
  }

  /** What speaks for this claim's day, each kind of evidence once. */
  private double weight(DateClaim claim, List<DateClaim> claims) {
    var heard = EnumSet.noneOf(DateClaim.Source.class);
    double weight = 0;
    for (DateClaim other : claims) {
      if (claim.agrees(other, zones) && heard.add(other.source())) {
        weight += other.source().weight;
      }
    }
    return weight;
  }

  /** The moment, with the newsroom's day where that is printed. */
  private Stated localised(DateClaim best, List<DateClaim> claims) {
    Stated stated = best.stated();
    for (DateClaim other : claims) {
      if (!best.agrees(other, zones)) {
        continue;
      }
      if (stated.dayOnly() && !other.stated().dayOnly()) {
        return localised(other, claims);
      }
      if (best.isUniversal() && other.stated().dayOnly() && !other.day().equals(best.day())) {
        return on(other.day(), stated);
      }
    }
    return stated;
  }

  /** The same moment in the nearest zone where it falls on this day. */
  private static Stated on(LocalDate day, Stated stated) {
    boolean earlier = day.isBefore(stated.at().toLocalDate());
    int hour = stated.at().getHour();
    int hours = earlier ? -hour - 1 : 24 - hour;
    return new Stated(stated.at().withOffsetSameInstant(ZoneOffset.ofHours(hours)), false);
  }
}

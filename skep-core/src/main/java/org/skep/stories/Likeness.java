package org.skep.stories;

import static org.skep.stories.Signal.*;

import org.skep.text.WordPlaces;

/**
 * Compares an article with a story: every term of the story and of its last reports is looked up
 * among the article's, and most are not there. A story of one report is that report, so it is
 * looked up once. Pure; nothing is remembered. Cost: some microseconds.
 */
final class Likeness {
  private static final int PAIRS = 6;
  private static final float HOURS_MAX = 400;

  /** An article that states no time may be as far from the story as this. */
  private static final double UNDATED_HOURS = 48;

  private static final double DAY_SECONDS = 86_400;
  private static final double AGE_DAYS = 3;

  /** A term counts as rare from this share of the highest weight a term can have. */
  private static final float RARE_MIN = 0.4f;

  private static final int NAMED = StoryFeatures.NAME | StoryFeatures.FULL;

  private final Sample here;
  private final float[] idf;
  private final float idfMax;
  private final WordPlaces places;
  private final float[] signals = new float[Signal.values().length];

  /** Places of the terms that article and other side share, both ascending. */
  private final int[] mine;

  private final int[] theirs;
  private int shared;

  private Likeness(Weighed report) {
    here = report.sample();
    idf = report.idf();
    idfMax = report.idfMax();
    places = report.places();
    mine = new int[here.terms().length];
    theirs = new int[mine.length];
  }

  /** The signals, in the order of {@link Signal}. */
  static float[] signals(Weighed report, Story story) {
    var likeness = new Likeness(report);
    likeness.meet(story.centroid.terms);
    likeness.centroid(story.centroid);
    likeness.pairs(story);
    likeness.circumstances(story);
    return likeness.signals;
  }

  @SuppressWarnings("EnumOrdinal") // the model reads an array in the order of the signals
  private void set(Signal signal, double value) {
    signals[signal.ordinal()] = (float) value;
  }

  private void circumstances(Story story) {
    var features = here.features();
    boolean later = features.seconds() >= story.last;
    double gap = UNDATED_HOURS * 3600;
    double age = UNDATED_HOURS * 3600;
    if (features.dated()) {
      gap = Math.max(features.seconds() - story.last, story.first - features.seconds());
      age = Math.abs(features.seconds() - story.first);
    }
    age /= DAY_SECONDS * AGE_DAYS;
    set(CONFLICTS, Math.min(4, story.amounts.conflicts(features, later)));
    set(HOURS, Math.clamp(gap / 3600, 0, HOURS_MAX));
    set(AGE, Math.exp(-age * age / 2));
    set(BODY, features.hasBody() ? 1 : 0);
  }

  private void meet(int[] terms) {
    shared = 0;
    for (int j = 0; j < terms.length; j++) {
      int i = places.first(terms[j]);
      if (i >= 0) {
        mine[shared] = i;
        theirs[shared++] = j;
      }
    }
  }

  /** Sums over the article's terms, those the story knows, and the story's own. */
  private void centroid(Centroid there) {
    int[] terms = here.terms();
    var title = new Known();
    var lead = new Known();
    var names = new Known();
    var kinds = new Kinds();
    double titleDot = 0;
    double titleShared = 0;
    double full = 0;
    double strangeHere = 0;
    double strangeThere = 0;
    double given = 0;
    double numbers = 0;
    double rare = 0;
    float rarest = 0;
    float second = 0;
    for (int j = 0, next = 0; j < there.terms.length; j++) {
      if (next < shared && theirs[next] == j) {
        next++;
      } else if (there.full[j] != 0) {
        strangeThere += there.full[j] * there.worth(j);
      }
    }
    for (int i = 0, next = 0; i < terms.length; i++) {
      boolean known = next < shared && mine[next] == i;
      int j = known ? theirs[next++] : -1;
      float share = known ? there.share[j] / there.weight : 0;
      boolean leads = here.is(i, StoryFeatures.TITLE | StoryFeatures.LEAD);
      boolean name = here.is(i, NAMED);
      kinds.here(here, i, there, j);
      if (known) {
        given += there.names[j] * there.worth(j);
        full += here.is(i, StoryFeatures.FULL) ? idf[i] : 0;
        numbers += here.is(i, StoryFeatures.NUMBER) ? idf[i] : 0;
        rare += idf[i] > idfMax * RARE_MIN ? idf[i] : 0;
        second = Math.max(second, Math.min(rarest, idf[i]));
        rarest = Math.max(rarest, idf[i]);
      }
      if (here.is(i, StoryFeatures.TITLE)) {
        titleDot += known ? here.unit()[i] * there.title[j] : 0;
        title.add(idf[i], known ? idf[i] : 0);
        titleShared += share * idf[i];
      }
      if (here.is(i, StoryFeatures.LEAD)) {
        lead.add(idf[i], known ? idf[i] : 0);
      }
      if (name && leads) {
        names.add(idf[i], known ? idf[i] : 0);
        strangeHere += here.is(i, StoryFeatures.FULL) && !known ? here.unit()[i] : 0;
      }
    }
    kinds.into(this, there);
    set(TITLES, ratio(titleDot, (double) here.titleLength() * there.titleNorm));
    set(TITLE_KNOWN, title.share());
    set(TITLE_SHARED, ratio(titleShared, title.all));
    set(LEAD_KNOWN, lead.share());
    set(NAMES_KNOWN, names.share());
    set(NAMES_GIVEN, ratio(given, there.given));
    set(UNNAMED, names.all == 0 ? 1 : 0);
    set(FULL_NAMES, Math.min(6, full / idfMax));
    set(STRANGERS, Math.min(strangeHere, strangeThere / Math.max(1, there.weight)));
    set(NUMBERS, Math.min(6, numbers / idfMax));
    set(RAREST, (rarest + second) / idfMax);
    set(RARE, Math.log(1 + rare / idfMax));
  }

  /** A weight, and how much of it is known to the other side. */
  private static final class Known {
    double all;
    double known;

    void add(double weight, double common) {
      all += weight;
      known += common;
    }

    double share() {
      return ratio(known, all);
    }
  }

  /** Cosines of names and of plain words, and the dates both print. */
  private static final class Kinds {
    private static final int MARKED =
        NAMED | StoryFeatures.NUMBER | StoryFeatures.DAY | StoryFeatures.YEAR;
    private double nameDot;
    private double nameHere;
    private double wordDot;
    private double wordHere;
    private double all;
    private int dates;
    private boolean dayHere;
    private boolean yearHere;
    private boolean sharedDay;
    private boolean sharedYear;

    void here(Sample sample, int i, Centroid there, int j) {
      float unit = sample.unit()[i];
      boolean name = sample.is(i, NAMED);
      boolean word = !sample.is(i, MARKED);
      nameHere += name ? unit * unit : 0;
      wordHere += word ? unit * unit : 0;
      dayHere |= sample.is(i, StoryFeatures.DAY);
      yearHere |= sample.is(i, StoryFeatures.YEAR);
      if (j >= 0) {
        float dot = unit * there.body[j];
        all += dot;
        nameDot += name ? dot : 0;
        wordDot += word ? dot : 0;
        sharedDay |= sample.is(i, StoryFeatures.DAY);
        sharedYear |= sample.is(i, StoryFeatures.YEAR);
        dates += sample.is(i, StoryFeatures.DAY | StoryFeatures.YEAR) ? 1 : 0;
      }
    }

    void into(Likeness likeness, Centroid there) {
      likeness.set(NAMES, ratio(nameDot, Math.sqrt(nameHere * there.nameSquare)));
      likeness.set(WORDS, ratio(wordDot, Math.sqrt(wordHere * there.wordSquare)));
      likeness.set(DATES, Math.min(3, dates));
      likeness.dates(dayHere && !sharedDay, yearHere && !sharedYear);
      likeness.allDot = all;
    }
  }

  private double allDot;
  private boolean otherDay;
  private boolean otherYear;

  private void dates(boolean noDay, boolean noYear) {
    otherDay = noDay;
    otherYear = noYear;
  }

  private void pairs(Story story) {
    set(COSINE, ratio(allDot, story.centroid.bodyNorm));
    int n = 0;
    double sum = 0;
    double best = 0;
    double worst = 1;
    double bestTitle = 0;
    double bestName = 0;
    double names = 0;
    boolean days = false;
    boolean years = false;
    int from = Math.max(0, story.samples.size() - PAIRS);
    for (int k = from; k < story.samples.size(); k++) {
      var there = story.samples.get(k);
      if (there.article() == here.article()) {
        continue;
      }
      if (story.samples.size() > 1) {
        meet(there.terms());
      }
      double cosine = compare(there);
      bestTitle = Math.max(bestTitle, titleCosine);
      bestName = Math.max(bestName, nameCosine);
      names += nameCosine;
      best = Math.max(best, cosine);
      worst = Math.min(worst, cosine);
      sum += cosine;
      n++;
      days |= there.has(StoryFeatures.DAY);
      years |= there.has(StoryFeatures.YEAR);
    }
    set(BEST_PAIR, best);
    set(MEAN_PAIR, n == 0 ? 0 : sum / n);
    set(WORST_PAIR, n == 0 ? 0 : worst);
    set(TITLE_PAIR, bestTitle);
    set(NAME_PAIR, bestName);
    set(NAME_MEAN, n == 0 ? 0 : names / n);
    set(OTHER_DATES, (otherDay && days ? 1 : 0) + (otherYear && years ? 1 : 0));
  }

  private double titleCosine;
  private double nameCosine;

  /** Gives the cosine to the report met, and notes those of headlines and of names. */
  private double compare(Sample there) {
    byte[] marksHere = here.features().marks();
    byte[] marksThere = there.features().marks();
    double dot = 0;
    double titleDot = 0;
    double nameDot = 0;
    for (int k = 0; k < shared; k++) {
      int i = mine[k];
      int j = theirs[k];
      double product = here.unit()[i] * there.unit()[j];
      dot += product;
      titleDot += (marksHere[i] & marksThere[j] & StoryFeatures.TITLE) != 0 ? product : 0;
      nameDot += (marksHere[i] & NAMED) != 0 ? product : 0;
    }
    nameCosine = ratio(nameDot, (double) here.nameLength() * there.nameLength());
    titleCosine = ratio(titleDot, (double) here.titleLength() * there.titleLength());
    return dot;
  }

  private static double ratio(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }
}

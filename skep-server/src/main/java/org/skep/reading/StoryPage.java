package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.model.Account;
import org.skep.model.SpeakerKind;
import org.skep.store.ArticleRow;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows;

/** Puts a story's page together. */
final class StoryPage {
  private static final int MOMENTS_MAX = 60;
  private static final int RELATED_MAX = 6;

  private final Tx tx;
  private final Lookup lookup;
  private final long user;

  StoryPage(Tx tx, Lookup lookup, long user) {
    this.tx = tx;
    this.lookup = lookup;
    this.user = user;
  }

  /** Empty when nothing is left in the story. */
  Optional<StoryView> view(StoryRow row) {
    List<ArticleRow> articles = tx.articles().ofStory(row.id());
    lookup.know(articles);
    Optional<ArticleRow> lead =
        Optional.ofNullable(row.lead())
            .flatMap(lookup::row)
            .or(() -> articles.stream().findFirst());
    return lead.map(leading ->
        new StoryView(
            row.id(),
            row.headline().isBlank() ? leading.title() : row.headline(),
            leading.language(),
            standfirst(leading),
            Lookup.counts(row),
            row.firstAt(),
            row.lastAt(),
            news(articles),
            accounts(tx.accounts().ofStory(row.id()), lookup),
            new QuoteViews(lookup).bySpeaker(tx.quotes().ofStory(row.id())),
            moments(articles),
            new Lineages(tx, lookup).of(articles, tx.stories().members(row.id()), user),
            otherLanguages(row),
            related(row),
            lookup.ref(leading),
            new Mutes(tx, user).muted(row)));
  }

  private @Nullable String standfirst(ArticleRow row) {
    String excerpt = lookup.excerpt(row);
    return excerpt.isEmpty() ? null : excerpt;
  }

  /** Unread articles, once the user has read any of the story; before that everything is new. */
  private int news(List<ArticleRow> articles) {
    Map<Long, UserRows.Marks> marks =
        tx.users().marks(user, articles.stream().map(ArticleRow::id).toList());
    long read = marks.values().stream().filter(UserRows.Marks::read).count();
    return read == 0 ? 0 : (int) (articles.size() - read);
  }

  static List<AccountView> accounts(List<Account> accounts, Lookup lookup) {
    var views = new ArrayList<AccountView>();
    for (Account account : accounts) {
      var sides = new ArrayList<AccountView.Side>();
      for (Account.Side side : account.sides()) {
        lookup
            .evidence(side.evidence())
            .ifPresent(found -> sides.add(new AccountView.Side(side.by(), side.says(), found)));
      }
      if (sides.size() >= 2) {
        views.add(new AccountView(account.kind(), account.about(), sides));
      }
    }
    return views;
  }

  private List<StoryView.Moment> moments(List<ArticleRow> articles) {
    var moments = new ArrayList<StoryView.Moment>();
    var lineages = new HashSet<Long>();
    var languages = new HashSet<String>();
    for (ArticleRow row : articles) {
      boolean newLanguage = languages.add(row.language());
      if (lineages.add(row.lineage())) {
        var kind =
            lineages.size() == 1
                ? StoryView.Moment.Kind.FIRST
                : newLanguage ? StoryView.Moment.Kind.LANGUAGE : StoryView.Moment.Kind.REPORT;
        moments.add(new StoryView.Moment(row.dated(), kind, lookup.ref(row), null));
      }
      if (row.revision() > 0) {
        edits(row, moments);
      }
    }
    moments.sort(Comparator.comparing(StoryView.Moment::at));
    return moments.size() <= MOMENTS_MAX
        ? moments
        : moments.subList(moments.size() - MOMENTS_MAX, moments.size());
  }

  private void edits(ArticleRow row, List<StoryView.Moment> moments) {
    for (int revision = 1; revision <= row.revision(); revision++) {
      var before = lookup.analysis(row.id(), revision - 1);
      var after = lookup.analysis(row.id(), revision);
      if (before.isPresent()
          && after.isPresent()
          && !Recut.between(before.get().article(), after.get().article())) {
        String note =
            WordDiff.summary(
                before.get().article().title() + "\n\n" + before.get().article().text(),
                after.get().article().title() + "\n\n" + after.get().article().text());
        int number = revision;
        tx.articles().revisions(row.id()).stream()
            .filter(version -> version.revision() == number)
            .findFirst()
            .ifPresent(version ->
                moments.add(
                    new StoryView.Moment(
                        version.at(), StoryView.Moment.Kind.EDIT, lookup.ref(row), note)));
      }
    }
  }

  private List<StoryRef> otherLanguages(StoryRow row) {
    return tx.stories().group(row.group()).stream()
        .filter(other -> other.id() != row.id())
        .map(lookup::story)
        .toList();
  }

  /**
   * Stories in which the same people speak, most of them first. Organisations do not count: a
   * government speaks in everything.
   */
  private List<StoryRef> related(StoryRow row) {
    var votes = new LinkedHashMap<Long, Integer>();
    tx.quotes().ofStory(row.id()).stream()
        .filter(quote -> quote.kind() == SpeakerKind.PERSON)
        .map(quote -> quote.person())
        .filter(Objects::nonNull)
        .distinct()
        .limit(12)
        .flatMap(person -> tx.quotes().ofPerson(person, row.lastAt().plusSeconds(1), 40).stream())
        .map(quote -> lookup.row(quote.article()).map(ArticleRow::story).orElse(null))
        .filter(Objects::nonNull)
        .filter(story -> story != row.id())
        .forEach(story -> votes.merge(story, 1, Integer::sum));
    return votes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(RELATED_MAX)
        .flatMap(vote -> tx.stories().find(vote.getKey()).stream())
        .filter(story -> story.group() != row.group())
        .map(lookup::story)
        .toList();
  }
}

package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.accounts.AccountFinder;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Credit;
import org.skep.model.Fact;
import org.skep.model.Quote;
import org.skep.model.Speaker;
import org.skep.store.ArticleRow;
import org.skep.store.PersonRows;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows;

/** Puts an article's page together: of a stored one, or of one that was only read. */
final class ArticlePage {
  private static final int FACTS_MAX = 40;
  private static final AccountFinder FINDER = new AccountFinder();
  private static final int VERSIONS_MAX = 20;

  private ArticlePage() {}

  /** Words to be lit up, in the article's text. */
  record Lit(int begin, int end) {
    static final Lit NOTHING = new Lit(0, 0);
  }

  /** Of a stored article. */
  static Optional<ArticleView> stored(Tx tx, Lookup lookup, ArticleRow row, long user, Lit lit) {
    return lookup
        .analysis(row.id())
        .map(analysis -> {
          Article article = analysis.article();
          ArticleRef ref = lookup.ref(row);
          UserRows.Marks marks = tx.users().marks(user, row.id());
          List<ArticleRow> lineage = tx.articles().lineage(row.lineage());
          lookup.know(lineage);
          var lineages = new Lineages(tx, lookup);
          Map<Long, Copy> copies = lineages.copies(row.lineage());
          return new ArticleView(
              ref,
              article.standfirst(),
              article.byline(),
              article.published(),
              article.modified(),
              article.firstSeen(),
              article.paywalled(),
              article.reserved(),
              origin(row, lineages, copies, lookup),
              Blocks.of(analysis, lit.begin(), lit.end()),
              notes(analysis, tx.persons().ofArticle(row.id()), lookup),
              facts(analysis, ref),
              StoryPage.accounts(FINDER.differing(List.of(analysis)), lookup),
              sames(row, lineage, lineages, copies),
              versions(tx, lookup, row),
              article.related(),
              Optional.ofNullable(row.story())
                  .flatMap(story -> tx.stories().find(story))
                  .filter(story -> story.articles() > 1)
                  .map(lookup::story)
                  .orElse(null),
              marks.read(),
              marks.starred(),
              new Mutes(tx, user).muted(row),
              row.image(),
              article.confidence());
        });
  }

  /** Of one that is not kept: its own evidence is all there is. */
  static ArticleView unstored(Analysis analysis, List<Account> accounts) {
    Article article = analysis.article();
    String printed = article.publisher();
    var outlet = new OutletRef(article.outlet(), printed == null ? article.outlet() : printed);
    var ref =
        new ArticleRef(
            article.id(),
            article.title(),
            outlet,
            article.dated(),
            article.language(),
            article.url());
    var differs = new ArrayList<AccountView>();
    for (Account account : accounts) {
      differs.add(
          new AccountView(
              account.kind(),
              account.about(),
              account.sides().stream()
                  .map(side ->
                      new AccountView.Side(
                          side.by(),
                          side.says(),
                          Lookup.evidence(
                              ref, article.text(), side.evidence().begin(), side.evidence().end())))
                  .toList()));
    }
    return new ArticleView(
        ref,
        article.standfirst(),
        article.byline(),
        article.published(),
        article.modified(),
        article.firstSeen(),
        article.paywalled(),
        article.reserved(),
        credited(article),
        Blocks.of(analysis, 0, 0),
        notes(analysis, Map.of(), null),
        facts(analysis, ref),
        differs,
        List.of(),
        List.of(new ArticleView.Version(0, article.firstSeen(), article.title(), false, List.of())),
        article.related(),
        null,
        false,
        false,
        false,
        null,
        article.confidence());
  }

  /** A link to another outlet alone is no origin: reporters link to what they answer. */
  private static ArticleView.Origin credited(Article article) {
    return article.credits().stream()
        .filter(credit -> credit.kind() != Credit.Kind.LINK)
        .min(Comparator.comparing(Credit::kind))
        .<ArticleView.Origin>map(
            credit -> new ArticleView.Origin.Unseen(credit.name(), credit.evidence()))
        .orElseGet(ArticleView.Origin.Unknown::new);
  }

  private static ArticleView.Origin origin(
      ArticleRow row, Lineages lineages, Map<Long, Copy> copies, Lookup lookup) {
    Copy copy = copies.get(row.id());
    if (copy == null) {
      return new ArticleView.Origin.Unknown();
    }
    Long from = copy.origin();
    Optional<ArticleRow> seen = from == null ? Optional.empty() : lookup.row(from);
    if (seen.isPresent()) {
      String evidence =
          copy.origins().stream()
              .filter(origin -> Objects.equals(from, origin.article()))
              .findFirst()
              .map(Copy.Origin::evidence)
              .orElse("");
      return new ArticleView.Origin.Known(
          lineages.copy(row, seen.get(), Optional.of(copy)), lookup.ref(seen.get()), evidence);
    }
    if (!copy.origins().isEmpty()) {
      Copy.Origin unseen = copy.origins().getFirst();
      return new ArticleView.Origin.Unseen(unseen.name(), unseen.evidence());
    }
    return copy.kind() == Copy.Kind.ORIGINAL
        ? new ArticleView.Origin.Own()
        : new ArticleView.Origin.Unknown();
  }

  private static List<CopyView> sames(
      ArticleRow row, List<ArticleRow> lineage, Lineages lineages, Map<Long, Copy> copies) {
    if (lineage.size() < 2) {
      return List.of();
    }
    ArticleRow root = Lineages.root(lineage);
    return lineage.stream()
        .filter(other -> other.id() != row.id())
        .map(other -> lineages.copy(other, root, Optional.ofNullable(copies.get(other.id()))))
        .toList();
  }

  private static List<ArticleView.Note> notes(
      Analysis analysis, Map<String, Long> persons, @Nullable Lookup lookup) {
    Article article = analysis.article();
    var notes = new ArrayList<ArticleView.Note>();
    for (int i = 0; i < analysis.quotes().size(); i++) {
      Quote quote = analysis.quotes().get(i);
      if (quote.confidence() < QuoteViews.SURE_MIN) {
        continue;
      }
      int begin = quote.content().getFirst().begin();
      int end = quote.content().getLast().end();
      notes.add(
          new ArticleView.Note(
              i + 1,
              quote.type(),
              speaker(analysis, quote, persons, lookup),
              told(analysis, quote),
              Saying.opening(article.text(), quote),
              Saying.said(quote.type(), quote.words(article.text())),
              Sentence.around(article.text(), begin, end, article.language()).whole(),
              begin,
              end,
              quote.confidence()));
    }
    return notes;
  }

  private static PersonRef speaker(
      Analysis analysis, Quote quote, Map<String, Long> persons, @Nullable Lookup lookup) {
    String name = quote.speaker();
    Long id = name == null ? null : persons.get(name);
    if (lookup != null && id != null) {
      return lookup.person(id, name, quote.speakerKind(), analysis.article().id());
    }
    String role =
        analysis.speakers().stream()
            .filter(speaker -> speaker.name().equals(name))
            .map(Speaker::roles)
            .flatMap(List::stream)
            .findFirst()
            .orElse(null);
    return new PersonRef(null, name == null ? "" : name, role, quote.speakerKind());
  }

  private static @Nullable String told(Analysis analysis, Quote quote) {
    if (quote.within() < 0 || quote.within() >= analysis.quotes().size()) {
      return null;
    }
    String outer = analysis.quotes().get(quote.within()).speaker();
    String own = quote.speaker();
    return outer == null || (own != null && PersonRows.fold(outer).equals(PersonRows.fold(own)))
        ? null
        : outer;
  }

  private static List<ArticleView.Claim> facts(Analysis analysis, ArticleRef ref) {
    String text = analysis.article().text();
    return analysis.facts().stream()
        .filter(fact -> fact.kind() != Fact.Kind.DATE || !fact.about().isEmpty())
        .limit(FACTS_MAX)
        .map(fact ->
            new ArticleView.Claim(
                fact.kind(),
                fact.value(),
                fact.about(),
                Lookup.evidence(ref, text, fact.span().begin(), fact.span().end())))
        .toList();
  }

  private static List<ArticleView.Version> versions(Tx tx, Lookup lookup, ArticleRow row) {
    var versions = new ArrayList<ArticleView.Version>();
    Article before = null;
    for (var revision : tx.articles().revisions(row.id())) {
      Article article =
          lookup.analysis(row.id(), revision.revision()).map(Analysis::article).orElse(null);
      versions.add(
          before == null || article == null
              ? new ArticleView.Version(
                  revision.revision(), revision.at(), revision.title(), false, List.of())
              : new ArticleView.Version(
                  revision.revision(),
                  revision.at(),
                  revision.title(),
                  Recut.between(before, article),
                  WordDiff.between(whole(before), whole(article))));
      before = article;
    }
    var newestFirst = versions.reversed();
    return newestFirst.subList(0, Math.min(VERSIONS_MAX, newestFirst.size()));
  }

  private static String whole(Article article) {
    return article.title() + "\n\n" + article.text();
  }

  /** The story an article stands in, for its card. */
  static Optional<StoryRow> story(Tx tx, ArticleRow row) {
    return Optional.ofNullable(row.story()).flatMap(story -> tx.stories().find(story));
  }
}

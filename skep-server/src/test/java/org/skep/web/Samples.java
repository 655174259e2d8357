package org.skep.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.access.Scope;
import org.skep.access.SignIns;
import org.skep.model.Account;
import org.skep.model.Copy;
import org.skep.model.Dropped;
import org.skep.model.Fact;
import org.skep.model.Link;
import org.skep.model.Quote;
import org.skep.model.SpeakerKind;
import org.skep.model.Stated;
import org.skep.reading.AccountView;
import org.skep.reading.ArticleCard;
import org.skep.reading.ArticleRef;
import org.skep.reading.ArticleView;
import org.skep.reading.ArticleView.Block;
import org.skep.reading.CopyView;
import org.skep.reading.Counts;
import org.skep.reading.Evidence;
import org.skep.reading.FeedChoice;
import org.skep.reading.FeedsView;
import org.skep.reading.FrontView;
import org.skep.reading.Lineage;
import org.skep.reading.MuteView;
import org.skep.reading.OutletRef;
import org.skep.reading.OutletView;
import org.skep.reading.PeopleView;
import org.skep.reading.PersonRef;
import org.skep.reading.PersonView;
import org.skep.reading.QuoteView;
import org.skep.reading.ReadView;
import org.skep.reading.RiverView;
import org.skep.reading.Run;
import org.skep.reading.SearchView;
import org.skep.reading.SpeakerView;
import org.skep.reading.StatusView;
import org.skep.reading.StoryCard;
import org.skep.reading.StoryRef;
import org.skep.reading.StoryView;
import org.skep.reading.Wording;

/**
 * A view for every template, made by hand: a dock strike in a port that does not exist. With a
 * suffix on every string, so that a test can put hostile text wherever a page prints one.
 */
final class Samples {
  static final Instant NOW = Instant.parse("2026-05-14T16:42:00Z");
  private static final ZoneId ZONE = ZoneOffset.ofHours(2);

  private final String suffix;
  private final String language;
  private final String theme;

  Samples(String suffix, String language, String theme) {
    this.suffix = suffix;
    this.language = language;
    this.theme = theme;
  }

  /** Template name, then what it is given, by the name of the page. */
  Map<String, Map.Entry<String, Map<String, @Nullable Object>>> all() {
    var all = new LinkedHashMap<String, Map.Entry<String, Map<String, @Nullable Object>>>();
    put(all, "front", "front", "front", "view", front());
    put(all, "first-run", "front", "front", "view", empty());
    put(all, "story", "story", "front", "view", story());
    put(all, "article", "article", "front", "view", article(), "open", false);
    put(all, "people", "people", "people", "view", people());
    put(all, "person", "person", "people", "view", person());
    put(all, "outlet", "outlet", "front", "view", outlet());
    put(all, "feeds", "feeds", "feeds", "view", feeds());
    put(all, "feed-choice", "feedChoice", "feeds", "view", choice());
    put(all, "feed-delete", "feedDelete", "feeds", "feed", row(1, FeedsView.Health.WELL));
    put(all, "starter", "starter", "feeds");
    put(all, "river", "river", "river", "view", river());
    put(all, "search", "search", "search", "view", search());
    put(
        all,
        "read",
        "read",
        "read",
        "view",
        new ReadView(s("https://meridian.example/strike"), article(), null));
    put(
        all,
        "settings",
        "settings",
        "settings",
        "language",
        "auto",
        "mutes",
        List.of(
            new MuteView(MuteView.Kind.WORD, s("lottery"), s("lottery"), null),
            new MuteView(MuteView.Kind.STORY, "11", s("Port strike"), "/story/11")));
    put(
        all,
        "settings-signed-in",
        "settings",
        "settings",
        "language",
        "en",
        "mutes",
        List.of(),
        "signIns",
        signIns(),
        "token",
        s("skep_shown-once"));
    put(all, "login", "login", "", "next", "/river", "problem", "login.refused");
    put(all, "setup", "setup", "", "problem", "setup.token");
    put(all, "status", "status", "status", "view", status());
    put(
        all,
        "missing",
        "missing",
        "",
        "what",
        s("No such story"),
        "text",
        s("Stories keep their address for ever."));
    return all;
  }

  private SignIns signIns() {
    return new SignIns(
        s("anna"),
        List.of(
            new SignIns.Browser(1, NOW, NOW, s("Firefox on a phone"), true),
            new SignIns.Browser(
                2,
                NOW.minus(Duration.ofDays(9)),
                NOW.minus(Duration.ofDays(2)),
                "Chromium",
                false)),
        List.of(
            new SignIns.Program(
                3, s("newsboat"), Scope.READ, NOW, NOW.plus(Duration.ofDays(30)), null)),
        List.of(new SignIns.App(4, s("Reader on the phone"), NOW, null)));
  }

  private void put(
      Map<String, Map.Entry<String, Map<String, @Nullable Object>>> all,
      String page,
      String template,
      String section,
      Object... parameters) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("sheet", sheet(section, "/" + page));
    for (int i = 0; i < parameters.length; i += 2) {
      map.put((String) parameters[i], parameters[i + 1]);
    }
    all.put(page, Map.entry(template, map));
  }

  private Sheet sheet(String section, String path) {
    return new Sheet(
        Words.of(language, ZONE, NOW),
        section,
        path,
        "t0ken",
        theme,
        null,
        section.equals("front") ? "/story/11" : null);
  }

  private String s(String text) {
    return text + suffix;
  }

  private OutletRef outletRef(String name) {
    return new OutletRef(
        name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + ".example", s(name));
  }

  private ArticleRef ref(long id, String title, String outlet, int minutesAgo, String lang) {
    return new ArticleRef(
        id,
        s(title),
        outletRef(outlet),
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        lang,
        "https://outlet.example/" + id);
  }

  private final ArticleRef courier() {
    return ref(
        101,
        "Dockers and port authority talk through the night as strike enters fourth day",
        "Meridian Courier",
        610,
        "en");
  }

  private final ArticleRef bote() {
    return ref(
        102, "Streik im Hafen: Verhandlungen ohne Ergebnis vertagt", "Küstenbote", 395, "de");
  }

  private Evidence evidence(ArticleRef article, String before, String words, String after) {
    return new Evidence(article, 120, 160, s(before), s(words), s(after));
  }

  private StoryCard card(
      long id,
      String title,
      String stand,
      int originals,
      int copies,
      int differs,
      int news,
      String lang) {
    var languages = copies > 4 ? List.of("en", "de", "fr") : List.of(lang);
    return new StoryCard(
        id,
        s(title),
        lang,
        s(stand),
        new Counts(originals + copies, originals + copies / 2 + 1, originals, languages),
        NOW.minus(Duration.ofHours(9 * id % 70 + 3)),
        NOW.minus(Duration.ofMinutes(17 * id % 300)),
        List.of(1, 0, 2, 5, 3, 1, 0, 0, 1, 2, 4, 2),
        id % 2 == 1
            ? ref(500 + id, "Mediator proposes a pause until Monday", "Le Phare", 40, "en")
            : null,
        id % 3 == 0 ? 0 : 2,
        differs,
        languages.stream()
            .skip(1)
            .map(other ->
                new StoryRef(id + 700, s(title), other, new Counts(1, 1, 1, List.of(other)), NOW))
            .toList(),
        news,
        false,
        courier());
  }

  FrontView front() {
    var stories = new ArrayList<StoryCard>();
    stories.add(
        card(
            11,
            "Dockers and port authority talk through the night as strike enters fourth day",
            "Forty-one ships wait outside Port Meridian. The union says pay was never the point;"
                + " the authority says it has offered eleven per cent and will not be moved on"
                + " rosters.",
            5,
            9,
            2,
            3,
            "en"));
    stories.add(
        card(
            12,
            "River gauge at Altbruck passes the mark of 1998",
            "Two villages were asked to leave before dark.",
            4,
            3,
            1,
            0,
            "en"));
    stories.add(
        card(
            13,
            "Parlament stimmt für das Wassergesetz",
            "Die Mehrheit war knapper als erwartet; drei Abgeordnete fehlten.",
            3,
            6,
            0,
            1,
            "de"));
    stories.add(
        card(
            14,
            "A vaccine for the tern flu enters its second trial",
            "Six hundred volunteers on three islands take part.",
            3,
            1,
            0,
            0,
            "en"));
    stories.add(
        card(
            15,
            "Night train to the coast returns after nineteen years",
            "Tickets for the first week were gone in forty minutes.",
            2,
            5,
            0,
            0,
            "en"));
    for (int i = 0; i < 8; i++) {
      stories.add(
          card(
              20 + i,
              List.of(
                      "Central bank keeps its rate and hints at autumn",
                      "Court frees the editor of the Lantern",
                      "Second quake shakes the Sarno valley, no damage",
                      "Museum returns eleven bronzes",
                      "Ferry operator fined for hidden fees",
                      "Bees counted for the first time in the northern parks",
                      "Old mill to become a school",
                      "Chess federation changes its clock")
                  .get(i),
              "",
              2,
              i % 3,
              i == 2 ? 1 : 0,
              0,
              "en"));
    }
    var only = new ArrayList<ArticleCard>();
    var titles =
        List.of(
            "How a village kept its only bus",
            "The lighthouse keeper who writes to strangers",
            "What we got wrong about the tram figures",
            "A letter from the salt marsh",
            "Le marché aux livres fête ses cent ans",
            "Why the town clock is four minutes fast");
    for (int i = 0; i < titles.size(); i++) {
      only.add(
          new ArticleCard(
              ref(
                  300 + i,
                  titles.get(i),
                  i % 2 == 0 ? "Salt & Slate" : "Le Phare",
                  55 * i + 12,
                  i == 4 ? "fr" : "en"),
              List.of(Run.plain(s("It leaves at six"))),
              0,
              null,
              i == 2,
              i == 1));
    }
    return new FrontView(
        stories,
        speakers(),
        only,
        new FrontView.Filters(List.of("en", "de", "fr"), List.of("World", "Local"), "", "", 0),
        9,
        0,
        240);
  }

  private static FrontView empty() {
    return new FrontView(
        List.of(),
        List.of(),
        List.of(),
        new FrontView.Filters(List.of(), List.of(), "", "", 0),
        0,
        0,
        0);
  }

  private AccountView account() {
    return new AccountView(
        Account.Kind.STATEMENT,
        s("progress in the talks"),
        List.of(
            new AccountView.Side(
                s("Ines Calder, port authority"),
                s("“close to an agreement”"),
                evidence(
                    courier(),
                    "Calder told reporters at dawn that the two sides were ",
                    "“close to an agreement”",
                    " on everything but rosters.")),
            new AccountView.Side(
                s("Tomas Rehn, dockers’ union"),
                s("“no step nearer”"),
                evidence(
                    bote(),
                    "Man sei der Einigung ",
                    "„keinen Schritt näher“",
                    ", sagte Rehn nach elf Stunden."))));
  }

  private AccountView number() {
    return new AccountView(
        Account.Kind.DRIFT,
        s("ships waiting"),
        List.of(
            new AccountView.Side(
                s("Meridian Courier"),
                "28",
                evidence(courier(), "By Tuesday evening ", "28 ships", " lay at anchor.")),
            new AccountView.Side(
                s("Küstenbote"),
                "41",
                evidence(bote(), "Inzwischen warten ", "41 Schiffe", " auf Reede."))));
  }

  private QuoteView quote(
      Quote.Type type,
      String words,
      ArticleRef in,
      @Nullable String told,
      double confidence,
      int carriers) {
    var list = new ArrayList<QuoteView.Carrier>();
    for (int i = 0; i < carriers; i++) {
      ArticleRef carrier =
          ref(
              400 + i,
              "Copy",
              List.of("Morning Wire", "Daily Anchor", "Pressnest").get(i % 3),
              300 - 20 * i,
              "en");
      list.add(
          i == 1
              ? new QuoteView.Carrier(
                  carrier,
                  4,
                  40,
                  Wording.ALTERED,
                  List.of(
                      new ArticleView.Change(ArticleView.Change.Kind.SAME, s("We are ")),
                      new ArticleView.Change(ArticleView.Change.Kind.GONE, s("close ")),
                      new ArticleView.Change(ArticleView.Change.Kind.NEW, s("very close "))))
              : new QuoteView.Carrier(carrier, 4, 40, Wording.SAME, List.of()));
    }
    return new QuoteView(
        type,
        type == Quote.Type.DIRECT ? "" : s("insisted that"),
        s(words),
        in.language(),
        told,
        evidence(
            in, "On the steps of the customs house, Calder said: ", words, ", and went in again."),
        list,
        confidence);
  }

  private PersonRef calder() {
    return new PersonRef(
        71L, s("Ines Calder"), s("chair of the port authority"), SpeakerKind.PERSON);
  }

  private PersonRef rehn() {
    return new PersonRef(null, s("Tomas Rehn"), s("dockers’ union"), SpeakerKind.PERSON);
  }

  private List<SpeakerView> speakers() {
    return List.of(
        new SpeakerView(
            calder(),
            List.of(
                quote(
                    Quote.Type.DIRECT,
                    "We are close to an agreement on everything but rosters",
                    courier(),
                    null,
                    .95,
                    5),
                quote(
                    Quote.Type.INDIRECT,
                    "the authority had offered eleven per cent in April and heard nothing",
                    courier(),
                    s("Tomas Rehn"),
                    .6,
                    0))),
        new SpeakerView(
            rehn(),
            List.of(
                quote(Quote.Type.MIXED, "der Einigung „keinen Schritt näher“", bote(), null, .9, 2),
                quote(
                    Quote.Type.DIRECT,
                    "Pay was never the point. A man should know on Friday whether he works on"
                        + " Sunday.",
                    courier(),
                    null,
                    .92,
                    1))));
  }

  private CopyView copy(long id, String outlet, Copy.Kind kind, int lagMinutes, boolean retitled) {
    return new CopyView(
        ref(id, "Port strike: talks drag on", outlet, 600 - lagMinutes, "en"),
        kind,
        retitled,
        Duration.ofMinutes(lagMinutes),
        .97,
        .62,
        List.of(
            new CopyView.Passage(
                10,
                90,
                101,
                15,
                95,
                s(
                    "Forty-one ships wait outside Port Meridian, and the queue grows by six a"
                        + " day."))),
        kind == Copy.Kind.VERBATIM
            ? List.of()
            : List.of(
                new CopyView.Alteration(
                    Copy.Alteration.What.NUMBER, s("forty-one"), s("forty"), 10, 15)));
  }

  StoryView story() {
    var copies =
        List.of(
            copy(401, "Morning Wire", Copy.Kind.VERBATIM, 12, false),
            copy(402, "Daily Anchor", Copy.Kind.TRIMMED, 95, true),
            copy(403, "Pressnest", Copy.Kind.STITCHED, 380, true));
    var third = ref(103, "Au port, la nuit la plus longue", "Le Phare", 180, "fr");
    var fourth = ref(104, "Port strike: what the rosters say", "Salt & Slate", 60, "en");
    return new StoryView(
        11,
        courier().title(),
        "en",
        s(
            "Forty-one ships wait outside Port Meridian. The union says pay was never the point;"
                + " the authority says it will not be moved on rosters."),
        new Counts(14, 8, 4, List.of("en", "de", "fr")),
        courier().dated(),
        NOW.minus(Duration.ofMinutes(20)),
        3,
        List.of(account(), number()),
        speakers(),
        List.of(
            new StoryView.Moment(courier().dated(), StoryView.Moment.Kind.FIRST, courier(), null),
            new StoryView.Moment(bote().dated(), StoryView.Moment.Kind.LANGUAGE, bote(), null),
            new StoryView.Moment(
                NOW.minus(Duration.ofHours(4)),
                StoryView.Moment.Kind.EDIT,
                courier(),
                s("28 → 41 ships")),
            new StoryView.Moment(fourth.dated(), StoryView.Moment.Kind.REPORT, fourth, null)),
        List.of(
            new Lineage(courier(), true, true, null, List.of(), copies),
            new Lineage(
                bote(),
                false,
                false,
                null,
                List.of(s("same persons: Calder, Rehn"), s("same place, within 4 h")),
                List.of()),
            new Lineage(
                third,
                false,
                false,
                new Lineage.UnseenOrigin(
                    s("Agence Lointaine"), s("“avec Agence Lointaine” under the headline")),
                List.of(s("same names in another language")),
                List.of(copy(404, "Quai Direct", Copy.Kind.REWRITTEN, 70, true))),
            new Lineage(
                fourth, false, false, null, List.of(s("same numbers: 41, 11 %")), List.of())),
        List.of(),
        List.of(
            new StoryRef(
                12,
                s("Freight rates climb as ships wait"),
                "en",
                new Counts(4, 3, 2, List.of("en")),
                NOW.minus(Duration.ofDays(1)))),
        courier(),
        true);
  }

  ArticleView article() {
    var text =
        List.<Block>of(
            new Block.Paragraph(
                List.of(
                    Run.plain(
                        s(
                            "Forty-one ships lay at anchor off Port Meridian on Thursday as dockers"
                                + " and the port authority ended an eleven-hour meeting without a"
                                + " result. ")))),
            new Block.Paragraph(
                List.of(
                    new Run(
                        s("“We are close to an agreement on everything but rosters,”"),
                        1,
                        true,
                        false),
                    Run.plain(
                        s(
                            " Ines Calder, who chairs the authority, said on the steps of the"
                                + " customs house. ")),
                    Run.lit(s("It was their fourth meeting since the strike began.")))),
            new Block.Cut(
                Dropped.Kind.READ_MORE, s("Read more: Ten harbours to see before you are forty")),
            new Block.Paragraph(
                List.of(
                    Run.plain(s("Tomas Rehn, who speaks for the union, said ")),
                    new Run(s("pay was never the point"), 2, true, false),
                    Run.plain(s(". He repeated that Calder had told him ")),
                    new Run(s("the night shift would go first"), 3, true, false),
                    Run.plain(
                        s(
                            ". Nobody at the authority would confirm it. The mediator, a retired"
                                + " judge, asked both sides to come back on Monday with a calendar"
                                + " and without their lawyers, and the sailors went on"
                                + " waiting.")))),
            new Block.Cut(Dropped.Kind.NEWSLETTER, s("Sign up for our morning letter")));
    return new ArticleView(
        courier(),
        s(
            "The union says pay was never the point; the authority says it will not be moved on"
                + " rosters."),
        List.of(s("Anna Quill"), s("Piet Sand")),
        new Stated(courier().dated().atOffset(ZoneOffset.UTC), false),
        null,
        courier().dated(),
        false,
        List.of("noarchive"),
        new ArticleView.Origin.Known(
            copy(101, "Meridian Courier", Copy.Kind.TRIMMED, 95, true),
            ref(99, "Night of talks", "Morning Wire", 700, "en"),
            s("credits Morning Wire in its dateline")),
        text,
        List.of(
            new ArticleView.Note(
                1,
                Quote.Type.DIRECT,
                calder(),
                null,
                "",
                s("We are close to an agreement on everything but rosters"),
                s("“We are close …,” Ines Calder said."),
                10,
                50,
                .95),
            new ArticleView.Note(
                2,
                Quote.Type.INDIRECT,
                rehn(),
                null,
                s("said"),
                s("pay was never the point"),
                s("Tomas Rehn said pay was never the point."),
                60,
                80,
                .9),
            new ArticleView.Note(
                3,
                Quote.Type.INDIRECT,
                calder(),
                s("Tomas Rehn"),
                s("had told him"),
                s("the night shift would go first"),
                s("He repeated that Calder had told him the night shift would go first."),
                90,
                120,
                .6)),
        List.of(
            new ArticleView.Claim(
                Fact.Kind.ORDINAL,
                "4",
                s("meeting"),
                evidence(courier(), "It was their ", "fourth meeting", " since the strike began.")),
            new ArticleView.Claim(
                Fact.Kind.COUNT,
                "41",
                s("ship"),
                evidence(courier(), "", "Forty-one ships", " lay at anchor off Port Meridian."))),
        List.of(account()),
        List.of(
            copy(402, "Daily Anchor", Copy.Kind.TRIMMED, 95, true),
            copy(401, "Morning Wire", Copy.Kind.VERBATIM, 12, false)),
        List.of(
            new ArticleView.Version(
                1,
                NOW.minus(Duration.ofHours(4)),
                courier().title(),
                false,
                List.of(
                    new ArticleView.Change(ArticleView.Change.Kind.SKIPPED, ""),
                    new ArticleView.Change(ArticleView.Change.Kind.GONE, s("Twenty-eight ")),
                    new ArticleView.Change(ArticleView.Change.Kind.NEW, s("Forty-one ")),
                    new ArticleView.Change(
                        ArticleView.Change.Kind.SAME, s("ships lay at anchor")))),
            new ArticleView.Version(0, courier().dated(), courier().title(), false, List.of())),
        List.of(new Link(s("Ten harbours"), "https://meridian.example/ten")),
        new StoryRef(11, courier().title(), "en", new Counts(14, 8, 4, List.of("en")), NOW),
        false,
        true,
        true,
        null,
        .93);
  }

  private PeopleView people() {
    return new PeopleView(
        List.of(
            new PeopleView.Row(
                calder(),
                14,
                6,
                NOW.minus(Duration.ofMinutes(30)),
                speakers().get(0).quotes().get(0)),
            new PeopleView.Row(
                new PersonRef(72L, s("Tomas Rehn"), s("dockers’ union"), SpeakerKind.PERSON),
                9,
                4,
                NOW.minus(Duration.ofHours(6)),
                speakers().get(1).quotes().get(1))),
        "");
  }

  private PersonView person() {
    return new PersonView(
        calder(),
        List.of(s("Calder"), s("the chair")),
        "https://www.wikidata.org/wiki/Q4115189",
        List.of(
            new PersonView.RoleView(
                s("chair of the port authority"),
                NOW.minus(Duration.ofDays(40)),
                NOW,
                evidence(courier(), "", "chair of the port authority", ""))),
        NOW.minus(Duration.ofDays(40)),
        NOW,
        5,
        List.of(outletRef("Meridian Courier"), outletRef("Küstenbote")),
        speakers().get(0).quotes(),
        List.of(
            new StoryRef(11, courier().title(), "en", new Counts(14, 8, 4, List.of("en")), NOW)),
        List.of(courier(), bote()));
  }

  private OutletView outlet() {
    return new OutletView(
        outletRef("Meridian Courier"),
        40,
        31,
        List.of(new OutletView.Share(outletRef("Morning Wire"), 7)),
        List.of(new OutletView.Share(outletRef("Pressnest"), 19)),
        front().onlyHere());
  }

  private FeedsView.FeedRow row(long id, FeedsView.Health health) {
    return new FeedsView.FeedRow(
        id,
        s(
            List.of("Meridian Courier", "Küstenbote", "Le Phare", "Salt & Slate", "Pressnest")
                .get((int) id % 5)),
        "https://outlet.example/feed/" + id,
        id < 3 ? "" : s("World"),
        health,
        s(
            health == FeedsView.Health.FAILING
                ? "403 Forbidden; server: nginx; retry-after: none"
                : "200 OK, 14 entries, 3 new"),
        id == 2 ? List.of(s("line 14: unclosed <title>, read leniently")) : List.of(),
        health == FeedsView.Health.FAILING ? 4 : 0,
        NOW.minus(Duration.ofMinutes(6 * id)),
        NOW.plus(Duration.ofMinutes(9 * id)),
        3.4 * id,
        30 * (int) id,
        .12 * id);
  }

  private FeedsView feeds() {
    return new FeedsView(
        List.of(
            new FeedsView.Folder(
                "", List.of(row(1, FeedsView.Health.WELL), row(2, FeedsView.Health.SLOWED))),
            new FeedsView.Folder(
                s("World"),
                List.of(
                    row(3, FeedsView.Health.FAILING),
                    row(4, FeedsView.Health.PAUSED),
                    row(5, FeedsView.Health.NEW)))));
  }

  private FeedChoice choice() {
    return new FeedChoice(
        s("https://meridian.example/"),
        List.of(
            new FeedChoice.Found("https://meridian.example/feed", s("All news"), "RSS 2.0"),
            new FeedChoice.Found(
                "https://meridian.example/news.xml", s("News sitemap"), "news sitemap")),
        null);
  }

  private RiverView river() {
    var all = new RiverView.Shelf("", "", 42, true);
    var articles = new ArrayList<ArticleCard>();
    articles.add(
        new ArticleCard(
            courier(),
            List.of(
                Run.plain(
                    s(
                        "Forty-one ships lay at anchor off Port Meridian on Thursday as dockers and"
                            + " the port authority ended an eleven-hour meeting without a"
                            + " result."))),
            3,
            new StoryRef(11, courier().title(), "en", new Counts(14, 8, 4, List.of("en")), NOW),
            false,
            true));
    articles.addAll(front().onlyHere());
    return new RiverView(
        List.of(
            all,
            new RiverView.Shelf("folder:World", s("World"), 30, true),
            new RiverView.Shelf("feed:3", s("Meridian Courier"), 12, false),
            new RiverView.Shelf("feed:4", s("Küstenbote"), 18, false),
            new RiverView.Shelf("folder:Local", s("Local"), 0, true),
            new RiverView.Shelf("feed:5", s("Salt & Slate"), 0, false)),
        all,
        RiverView.Show.ALL,
        articles,
        "abc");
  }

  private SearchView search() {
    var hits =
        List.of(
            new ArticleCard(
                courier(),
                List.of(
                    Run.plain(s("as dockers and the ")),
                    Run.lit(s("port authority")),
                    Run.plain(s(" ended an eleven-hour meeting"))),
                3,
                new StoryRef(11, courier().title(), "en", new Counts(14, 8, 4, List.of("en")), NOW),
                false,
                true));
    return new SearchView(
        s("\"port authority\" lang:en"),
        List.of(s("“port authority”"), s("lang: en")),
        null,
        1,
        hits,
        0,
        true);
  }

  private StatusView status() {
    return new StatusView(
        "0.1.0",
        NOW.minus(Duration.ofHours(5)),
        List.of(
            new StatusView.Group(
                "articles",
                List.of(
                    new StatusView.Figure("all", "2,431"), new StatusView.Figure("copies", "811"))),
            new StatusView.Group(
                "feeds",
                List.of(new StatusView.Figure("all", "9"), new StatusView.Figure("failing", "1"))),
            new StatusView.Group(
                "log",
                List.of(
                    new StatusView.Figure("seq", "2,502"), new StatusView.Figure("behind", "0")))),
        List.of(
            new StatusView.Trouble(
                NOW.minus(Duration.ofMinutes(14)),
                s("https://outlet.example/feed/3: 403 Forbidden"))));
  }
}

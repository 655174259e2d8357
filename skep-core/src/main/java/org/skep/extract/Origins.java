package org.skep.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.model.Credit;

/**
 * Evidence that the words come from someone else: a canonical address on another host, "originally
 * published by X", an agency in dateline or byline, "Source: X", links to other outlets in the
 * text. The page's own publisher is never its own origin. Immutable and thread-safe.
 */
final class Origins {
  private static final int LINKS_MAX = 10;

  private static final Pattern APPEARED =
      Pattern.compile(
          "(?i:originally (?:published|appeared|posted)|first"
              + " (?:appeared|published)|republished|appeared first|zuerst erschienen|erschien"
              + " zuerst|ursprünglich erschienen|publié (?:à l’origine|initialement)|publicado"
              + " originalmente|apareció primero|apparso originariamente|published with"
              + " permission)(?i:\\s+(?:by|on|in|at|from|auf|bei|in"
              + " der|im|par|sur|dans|en|por|su|da)(?:\\s+the)?)\\s+"
              + "([\\p{Lu}\\p{N}][^.,;:()|\\n]{1,50})");

  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:^|[|·•(-]\\s*)(?:Source|Quelle|Fuente|Fonte|Bron|Źródło|Источник|Via)\\s?:\\s*([^|·•();\\n]{2,50})");

  private static final Pattern PARTNER =
      Pattern.compile("^([\\p{Lu}\\p{N}][^|·•]{1,40}?)\\s*[·•|]\\s*Partner\\b");

  private static final Pattern DATELINE =
      Pattern.compile("^(?:[\\p{Lu}][^()\\n]{1,60})?\\(([^()]{2,30})\\)\\s*[-–—:.]");

  private static final Pattern FILES =
      Pattern.compile(
          "(?i:with (?:files|reporting|material|information) (?:from|by)|mit material"
              + " (?:von|der)|avec|con información de|com informações"
              + " d[aeo])\\s+(?:the\\s+)?([\\p{Lu}][^.;()\\n]{1,40})");

  private static final WordTable TRIGGERS = newTriggers();

  private final Set<String> agencies;

  Origins() {
    agencies = Set.copyOf(Phrases.lines("agencies.txt"));
  }

  /** The credits, strongest first, each name once. */
  List<Credit> find(PageFacts facts, List<Block> blocks, List<Block> kept) {
    var credits = new ArrayList<Credit>();
    for (Block block : blocks) {
      if (block.words <= 80) {
        appeared(block, facts, credits);
      }
    }
    canonical(facts, credits);
    if (!kept.isEmpty()) {
      dateline(kept.getFirst().text, credits);
    }
    bylines(facts, credits);
    for (Block block : kept) {
      links(block, facts, credits);
    }
    return ordered(credits, facts);
  }

  private static void appeared(Block block, PageFacts facts, List<Credit> into) {
    long tried = triggers(block);
    if (tried == 0) {
      return;
    }
    if ((tried & 1) != 0 && (tried & 16) != 0) {
      appeared(APPEARED, block, facts, into);
    }
    if (block.words > 30) {
      return;
    }
    if ((tried & 2) != 0 && !block.zone.has(Zone.FIGURE) && !block.zone.has(Zone.CAPTION)) {
      appeared(SOURCE, block, facts, into);
    }
    if ((tried & 4) != 0) {
      appeared(PARTNER, block, facts, into);
    }
    boolean shared = (tried & 8) != 0 && (tried & 32) != 0;
    Matcher files = shared ? FILES.matcher(block.text) : null;
    if (files != null && files.find()) {
      into.add(credit(Credit.Kind.AGENCY, files.group(1), block, facts));
    }
  }

  private static void appeared(Pattern pattern, Block block, PageFacts facts, List<Credit> into) {
    Matcher found = pattern.matcher(block.text);
    if (found.find()) {
      into.add(credit(Credit.Kind.FIRST_APPEARED, found.group(1), block, facts));
    }
  }

  /** Which of the slow patterns are worth trying, as bits: one block in a hundred has any. */
  private static long triggers(Block block) {
    long bits = 0;
    for (long word : block.hashes) {
      bits |= TRIGGERS.get(word);
    }
    return bits;
  }

  /** Words that each of the patterns needs, one line for a bit. */
  private static WordTable newTriggers() {
    String[] lines = {
      "published posted appeared republished erschienen erschien publié publicado apareció apparso",
      "source quelle fuente fonte bron źródło источник via",
      "partner",
      "with mit avec con com",
      "originally first republished zuerst ursprünglich origine initialement originalmente primero"
          + " originariamente permission",
      "files reporting material information avec información informações"
    };
    var table = new WordTable(64);
    for (int bit = 0; bit < lines.length; bit++) {
      for (long word : WordHashes.of(lines[bit])) {
        table.put(word, table.get(word) | 1L << bit);
      }
    }
    return table;
  }

  private static Credit credit(Credit.Kind kind, String name, Block block, PageFacts facts) {
    String url = null;
    for (Block.Run run : block.links) {
      String words = block.text.substring(run.begin(), run.end());
      if (url == null && words.contains(name.strip())) {
        url = facts.resolve(run.href());
      }
    }
    return new Credit(kind, name.strip(), url, block.text);
  }

  private static void canonical(PageFacts facts, List<Credit> into) {
    String canonical = facts.canonical();
    if (canonical == null || facts.outlet.isEmpty() || facts.isOwn(canonical)) {
      return;
    }
    String outlet = PageFacts.outletOf(canonical);
    if (!outlet.isEmpty()) {
      String printed = outlet;
      for (Credit credit : into) {
        String url = credit.url();
        if (url != null && PageFacts.outletOf(url).equals(outlet)) {
          printed = credit.name();
        }
      }
      into.add(new Credit(Credit.Kind.CANONICAL, printed, canonical, "rel=canonical"));
    }
  }

  private void dateline(String text, List<Credit> into) {
    Matcher dateline = DATELINE.matcher(text);
    if (dateline.find()) {
      String evidence = text.substring(0, dateline.end());
      for (String name : dateline.group(1).split("[/,]")) {
        boolean shortName = name.strip().length() <= 6;
        if (isAgency(name)
            || (shortName && name.strip().chars().allMatch(Character::isLetter))
            || isName(name)) {
          into.add(new Credit(Credit.Kind.AGENCY, name.strip(), null, evidence));
        }
      }
    }
  }

  private static boolean isName(String name) {
    return name.strip().matches("\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2}");
  }

  private void bylines(PageFacts facts, List<Credit> into) {
    for (String name : facts.byline()) {
      if (isAgency(name)) {
        into.add(new Credit(Credit.Kind.AGENCY, name, null, "byline " + name));
      }
    }
  }

  private boolean isAgency(String name) {
    return agencies.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  private static void links(Block block, PageFacts facts, List<Credit> into) {
    if (block.links.isEmpty()) {
      return;
    }
    long links = into.stream().filter(credit -> credit.kind() == Credit.Kind.LINK).count();
    for (Block.Run run : block.links) {
      if (links >= LINKS_MAX) {
        return;
      }
      String outlet = run.href().startsWith("http") ? PageFacts.outletOf(run.href()) : "";
      if (!outlet.isEmpty() && !outlet.equals(facts.outlet) && links++ < LINKS_MAX) {
        into.add(
            new Credit(
                Credit.Kind.LINK,
                outlet,
                run.href(),
                block.text.substring(run.begin(), run.end())));
      }
    }
  }

  private static List<Credit> ordered(List<Credit> credits, PageFacts facts) {
    Set<String> names = new HashSet<>();
    @Nullable String own = facts.publisher;
    if (own != null) {
      names.add(Titles.letters(own));
    }
    names.add(Titles.letters(facts.outlet));
    var ordered = new ArrayList<Credit>();
    credits.stream()
        .sorted(Comparator.comparing(Credit::kind))
        .filter(credit -> names.add(Titles.letters(credit.name())))
        .forEach(ordered::add);
    return ordered;
  }
}

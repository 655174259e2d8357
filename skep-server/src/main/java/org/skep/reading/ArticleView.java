package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;
import org.skep.model.Fact;
import org.skep.model.Link;
import org.skep.model.Quote;
import org.skep.model.Stated;

/**
 * An article's page.
 *
 * @param published as the page states it; {@code null} when it does not
 * @param modified as the page states it; {@code null} when it does not
 * @param blocks paragraphs, with what was cut where it stood
 * @param notes quotes in order of the text, numbered from 1 as the runs are
 * @param sames articles with the same words, in order of appearance
 * @param versions newest first; one alone when the article was never changed
 * @param related other articles the page offers
 * @param image address of its picture at the outlet; {@code null} for none
 */
public record ArticleView(
    ArticleRef article,
    @Nullable String standfirst,
    List<String> byline,
    @Nullable Stated published,
    @Nullable Stated modified,
    Instant firstSeen,
    boolean paywalled,
    List<String> reserved,
    Origin origin,
    List<Block> blocks,
    List<Note> notes,
    List<Claim> facts,
    List<AccountView> differs,
    List<CopyView> sames,
    List<Version> versions,
    List<Link> related,
    @Nullable StoryRef story,
    boolean read,
    boolean starred,
    boolean muted,
    @Nullable String image,
    double confidence) {
  public ArticleView {
    byline = List.copyOf(byline);
    reserved = List.copyOf(reserved);
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
    facts = List.copyOf(facts);
    differs = List.copyOf(differs);
    sames = List.copyOf(sames);
    versions = List.copyOf(versions);
    related = List.copyOf(related);
  }

  /** What was kept, paragraphs joined by a blank line. */
  public String text() {
    return blocks.stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(Block.Paragraph.class::cast)
        .map(one -> one.runs().stream().map(Run::text).collect(Collectors.joining()))
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether the page states a change at least a minute after it was published. */
  public boolean isChangedSince() {
    return modified != null
        && (published == null
            || modified.instant().isAfter(published.instant().plus(Duration.ofMinutes(1))));
  }

  /** Blocks that were cut. */
  public long cuts() {
    return blocks.stream().filter(Block.Cut.class::isInstance).count();
  }

  /** Where the words come from. */
  public sealed interface Origin {
    /** It copies nobody that Skep knows. */
    record Own() implements Origin {}

    /** It repeats an article Skep has. */
    record Known(CopyView copy, ArticleRef from, String evidence) implements Origin {}

    /** It credits somebody Skep never fetched. */
    record Unseen(String name, String evidence) implements Origin {}

    /** Not enough to tell. */
    record Unknown() implements Origin {}
  }

  /** A piece of the page from top to bottom. */
  public sealed interface Block {
    /** What the reporter wrote. */
    record Paragraph(List<Run> runs) implements Block {
      public Paragraph {
        runs = List.copyOf(runs);
      }
    }

    /** What the site glued on. */
    record Cut(Dropped.Kind kind, String text) implements Block {}

    /** Here a post of a live blog begins. */
    record Posted(Stated at) implements Block {}
  }

  /**
   * A quote of this article.
   *
   * @param told who passes the words on; {@code null} for none
   * @param opening what opens indirect words ("denied", "did not say"); empty for none
   */
  public record Note(
      int number,
      Quote.Type type,
      PersonRef speaker,
      @Nullable String told,
      String opening,
      String words,
      String sentence,
      int begin,
      int end,
      double confidence) {}

  /** A counted or dated fact with its sentence. */
  public record Claim(Fact.Kind kind, String value, String about, Evidence evidence) {}

  /**
   * One state of the article.
   *
   * @param recut whether the outlet changed nothing: Skep only cut the page better
   * @param changes word by word against the version before; empty for the first
   */
  public record Version(
      int revision, Instant seen, String title, boolean recut, List<Change> changes) {
    public Version {
      changes = List.copyOf(changes);
    }
  }

  /** Words that stayed, went or came. */
  public record Change(Kind kind, String text) {
    /** What became of the words. */
    public enum Kind {
      SAME,
      GONE,
      NEW,
      SKIPPED
    }
  }
}

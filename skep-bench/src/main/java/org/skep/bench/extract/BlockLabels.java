package org.skep.bench.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns annotated text into a label per block: 1 keep, 0 drop, -1 unknown. Long blocks are kept
 * when their word triples stand in the gold; short ones when they stand there whole, between the
 * positions of their kept neighbours, so that a menu item that occurs in the text is not mistaken
 * for it.
 */
final class BlockLabels {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONG = 8;
  private static final int REACH = 40;

  private BlockLabels() {}

  static int[] of(List<String> blocks, GoldPage gold) {
    return gold.text() == null
        ? fromSnippets(blocks, gold.with(), gold.without())
        : fromText(blocks, gold.text());
  }

  private static int[] fromSnippets(List<String> blocks, List<String> with, List<String> without) {
    int[] labels = new int[blocks.size()];
    java.util.Arrays.fill(labels, -1);
    for (String snippet : with) {
      int longest = -1;
      for (int i = 0; i < labels.length; i++) {
        boolean longer = longest < 0 || blocks.get(i).length() > blocks.get(longest).length();
        longest = blocks.get(i).contains(snippet) && longer ? i : longest;
      }
      if (longest >= 0) {
        labels[longest] = 1;
      }
    }
    for (String snippet : without) {
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] < 0 && blocks.get(i).contains(snippet)) {
          labels[i] = 0;
        }
      }
    }
    return labels;
  }

  private static int[] fromText(List<String> blocks, String text) {
    List<String> gold = words(text);
    Map<String, List<Integer>> positions = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      positions.computeIfAbsent(gold.get(i), key -> new ArrayList<>()).add(i);
    }
    List<List<String>> words = blocks.stream().map(BlockLabels::words).toList();
    int[] labels = new int[blocks.size()];
    int[] begin = new int[blocks.size()];
    int[] end = new int[blocks.size()];
    int reached = 0;
    for (int i = 0; i < labels.length; i++) {
      List<String> block = words.get(i);
      begin[i] = -1;
      if (block.size() >= LONG) {
        int at = anchor(block, gold, positions, reached);
        if (share(block, gold, positions) >= 0.6 && at >= 0) {
          labels[i] = 1;
          begin[i] = at;
          end[i] = at + block.size();
          reached = at;
        }
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 0 && words.get(i).size() < LONG) {
        labels[i] = isBetween(words.get(i), i, gold, positions, begin, end) ? 1 : 0;
      }
    }
    return labels;
  }

  private static boolean isBetween(
      List<String> block,
      int index,
      List<String> gold,
      Map<String, List<Integer>> positions,
      int[] begin,
      int[] end) {
    int before = -1;
    for (int i = index - 1; i >= 0 && before < 0; i--) {
      before = begin[i] >= 0 ? end[i] : -1;
    }
    int after = -1;
    for (int i = index + 1; i < begin.length && after < 0; i++) {
      after = begin[i];
    }
    int low = before >= 0 ? before - 2 : after >= 0 ? after - REACH : 0;
    int high = after >= 0 ? after + 2 : before >= 0 ? before + REACH : gold.size();
    for (int at : positions.getOrDefault(block.isEmpty() ? "" : block.getFirst(), List.of())) {
      if (at >= low
          && at + block.size() <= Math.max(high, low + block.size())
          && runs(block, gold, at)) {
        begin[index] = at;
        end[index] = at + block.size();
        return true;
      }
    }
    return false;
  }

  private static boolean runs(List<String> block, List<String> gold, int at) {
    return at + block.size() <= gold.size() && gold.subList(at, at + block.size()).equals(block);
  }

  /** Where the block begins in the gold, nearest after what was reached; -1 when nowhere. */
  private static int anchor(
      List<String> block, List<String> gold, Map<String, List<Integer>> positions, int reached) {
    int best = -1;
    for (int k = 0; k + 3 <= block.size() && k < 12; k++) {
      for (int at : positions.getOrDefault(block.get(k), List.of())) {
        if (runs(block.subList(k, k + 3), gold, at)) {
          int begin = Math.max(0, at - k);
          if (best < 0 || Math.abs(begin - reached) < Math.abs(best - reached)) {
            best = begin;
          }
        }
      }
      if (best >= 0) {
        return best;
      }
    }
    return best;
  }

  private static double share(
      List<String> block, List<String> gold, Map<String, List<Integer>> positions) {
    int found = 0;
    int all = block.size() - 2;
    for (int k = 0; k < all; k++) {
      List<String> triple = block.subList(k, k + 3);
      found +=
          positions.getOrDefault(triple.getFirst(), List.of()).stream()
                  .anyMatch(at -> runs(triple, gold, at))
              ? 1
              : 0;
    }
    return (double) found / all;
  }

  static List<String> words(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}

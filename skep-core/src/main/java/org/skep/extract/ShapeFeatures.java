package org.skep.extract;

import org.skep.learn.FeatureNames;
import org.skep.learn.FeatureSink;

/** What a block looks like: tag, length, links, how it begins and ends, the signs in it. */
final class ShapeFeatures {
  private final FeatureNames.Group bias;
  private final FeatureNames.Group tag;
  private final FeatureNames.Group innerTag;
  private final FeatureNames.Group words;
  private final FeatureNames.Group tagWords;
  private final FeatureNames.Group links;
  private final FeatureNames.Group wordsLinks;
  private final FeatureNames.Group ending;
  private final FeatureNames.Group sentences;
  private final FeatureNames.Group commas;
  private final FeatureNames.Group capitals;
  private final FeatureNames.Group shouts;
  private final FeatureNames.Group numbers;
  private final FeatureNames.Group bold;
  private final FeatureNames.Group breaks;
  private final FeatureNames.Group first;
  private final FeatureNames.Group contains;

  ShapeFeatures(FeatureNames names) {
    bias = names.group("bias");
    tag = names.group("tag");
    innerTag = names.group("inner");
    words = names.group("words");
    tagWords = names.group("tag-words");
    links = names.group("links");
    wordsLinks = names.group("words-links");
    ending = names.group("ending");
    sentences = names.group("sentences");
    commas = names.group("commas");
    capitals = names.group("capitals");
    shouts = names.group("shouts");
    numbers = names.group("numbers");
    bold = names.group("bold");
    breaks = names.group("breaks");
    first = names.group("first");
    contains = names.group("contains");
  }

  void add(Block block, FeatureSink active) {
    TextShape shape = block.shape;
    int size = TagKinds.bin(block.words, TagKinds.WORD_BINS);
    int linked = TagKinds.bin(block.linkDensity(), TagKinds.SHARE_BINS);
    int kind = block.tagNumber;
    active.add(bias.id(0));
    active.add(tag.id(kind));
    active.add(innerTag.id(block.zone == block.box ? 0 : 1 + TagKinds.tagNumber(block.zone.tag)));
    active.add(words.id(size));
    active.add(tagWords.id(TagKinds.tagGroup(kind) * 16 + size));
    active.add(links.id(linked));
    active.add(wordsLinks.id(size * 8 + linked));
    int end = endingNumber(shape);
    active.add(ending.id(end * 4 + Math.min(3, size / 3)));
    active.add(sentences.id(Math.min(7, shape.sentenceEnds()) * 4 + Math.min(3, size / 3)));
    double perWord = 1.0 / Math.max(1, block.words);
    active.add(commas.id(Math.min(7, shape.commas())));
    active.add(
        capitals.id(
            TagKinds.bin(shape.capitalised() * perWord, TagKinds.SHARE_BINS) * 4
                + Math.min(3, size / 3)));
    active.add(shouts.id(TagKinds.bin(shape.shouted() * perWord, TagKinds.SHARE_BINS)));
    active.add(numbers.id(TagKinds.bin(shape.numbers() * perWord, TagKinds.SHARE_BINS)));
    active.add(
        bold.id(TagKinds.bin((double) block.boldChars / block.text.length(), TagKinds.SHARE_BINS)));
    active.add(breaks.id(Math.min(3, block.breaksBefore)));
    active.add(first.id(firstNumber(shape.first())));
    if (block.words < 40) {
      contents(block.text, shape.digits() > 3, active);
    }
  }

  private void contents(String text, boolean digits, FeatureSink active) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (CharKinds.of(c) & CharKinds.WORD) != 0) {
        continue;
      }
      int sign =
          switch (c) {
            case '©' -> 1;
            case '|' -> 2;
            case '»', '›', '→', '>' -> 3;
            case '«', '‹', '←', '<' -> 4;
            case '@' -> 5;
            case '#' -> 6;
            case '$', '€', '£' -> 7;
            case '·', '•' -> 8;
            case '%' -> 9;
            case '(' -> 10;
            case ':' -> isDigit(text, i - 1) && isDigit(text, i + 1) ? 11 : 12;
            case '/' -> 13;
            case '?' -> 14;
            case '!' -> 15;
            case '…' -> 16;
            case '[' -> 17;
            case '+' -> 18;
            case '★', '☆' -> 19;
            default -> 0;
          };
      if (sign > 0 && (seen & 1 << sign) == 0) {
        seen |= 1 << sign;
        active.add(contains.id(sign));
      }
    }
    if (digits && hasYear(text)) {
      active.add(contains.id(30 + Math.min(3, text.length() / 20)));
    }
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean hasYear(String text) {
    for (int i = 0; i + 4 <= text.length(); i++) {
      char c = text.charAt(i);
      if (((c == '1' && text.charAt(i + 1) == '9') || (c == '2' && text.charAt(i + 1) == '0'))
          && isDigit(text, i + 2)
          && isDigit(text, i + 3)
          && !isDigit(text, i + 4)
          && !isDigit(text, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static int endingNumber(TextShape shape) {
    return switch (shape.last()) {
      case '.', '。', '।' -> 0;
      case '!', '?', '！', '？', '؟' -> 1;
      case ':' -> 2;
      case '…' -> 3;
      case ',', ';' -> 4;
      case '»', '›', '>', '→' -> 5;
      default -> Character.isDigit(shape.last()) ? 6 : 7;
    };
  }

  private static int firstNumber(char c) {
    if (Character.isUpperCase(c)) {
      return 0;
    }
    if (Character.isLowerCase(c)) {
      return 1;
    }
    if (Character.isDigit(c)) {
      return 2;
    }
    return switch (c) {
      case '"', '“', '„', '«', '‘', '\'' -> 3;
      case '-', '–', '—', '•', '*', '·' -> 4;
      case '(', '[' -> 5;
      case '©' -> 6;
      case '#', '@' -> 7;
      default -> Character.isLetter(c) ? 8 : 9;
    };
  }
}

package org.skep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The piece of a text that shows best why it was found.
 *
 * @param text the piece, cut at blanks
 * @param marks what was searched for, begin and end in the piece, in order
 */
public record Snippet(String text, List<Mark> marks) {
  static final int LENGTH_MAX = 220;

  public Snippet {
    marks = List.copyOf(marks);
  }

  /** From the first to past the last character. */
  public record Mark(int begin, int end) {}

  /** The whole text with its marks; for titles. */
  static Snippet whole(Analyzer analyzer, String text, List<String> searched) {
    return new Snippet(text, marks(found(analyzer, text, searched), 0, text.length()));
  }

  /** The window with the most different words; one pass over the text. */
  static Snippet best(Analyzer analyzer, String text, List<String> searched) {
    List<Token> found = found(analyzer, text, searched);
    int begin = wordStart(text, Math.max(0, best(found) - 40));
    int end = wordEnd(text, Math.min(text.length(), begin + LENGTH_MAX));
    return new Snippet(text.substring(begin, end), marks(found, begin, end));
  }

  private static List<Token> found(Analyzer analyzer, String text, List<String> searched) {
    Set<String> words = new HashSet<>();
    Set<String> beginnings = new HashSet<>();
    for (String word : searched) {
      var tokens = tokens(analyzer, word);
      tokens.forEach(token -> words.add(token.word));
      if (word.endsWith("*") && tokens.size() == 1) {
        beginnings.add(tokens.getFirst().word);
      }
    }
    List<Token> found = new ArrayList<>();
    if (!words.isEmpty()) {
      for (Token token : tokens(analyzer, text)) {
        if (words.contains(token.word) || beginnings.stream().anyMatch(token.word::startsWith)) {
          found.add(token);
        }
      }
    }
    return found;
  }

  private record Token(String word, int begin, int end) {}

  /** Where the best window begins. */
  private static int best(List<Token> found) {
    int best = 0;
    int bestCount = -1;
    for (int i = 0; i < found.size(); i++) {
      int begin = found.get(i).begin;
      Set<String> different = new HashSet<>();
      for (int j = i; j < found.size() && found.get(j).end - begin <= LENGTH_MAX - 40; j++) {
        different.add(found.get(j).word);
      }
      if (different.size() > bestCount) {
        bestCount = different.size();
        best = begin;
      }
    }
    return best;
  }

  private static List<Mark> marks(List<Token> found, int begin, int end) {
    List<Mark> marks = new ArrayList<>();
    int last = begin;
    for (Token token : found) {
      if (token.begin >= last && token.end <= end) {
        marks.add(new Mark(token.begin - begin, token.end - begin));
        last = token.end;
      }
    }
    return marks;
  }

  private static int wordStart(String text, int at) {
    int begin = at;
    while (begin > 0 && at - begin < 30 && !Character.isWhitespace(text.charAt(begin - 1))) {
      begin--;
    }
    return surrogateInside(text, begin) ? begin - 1 : begin;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < 30 && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return surrogateInside(text, end) ? end + 1 : end;
  }

  private static boolean surrogateInside(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  private static List<Token> tokens(Analyzer analyzer, String text) {
    var tokens = new ArrayList<Token>();
    try (var stream = analyzer.tokenStream(Documents.TEXT, text)) {
      var word = stream.addAttribute(CharTermAttribute.class);
      var place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(word.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return tokens;
  }
}

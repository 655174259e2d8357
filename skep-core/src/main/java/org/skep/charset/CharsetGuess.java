package org.skep.charset;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.language.Language;
import org.skep.language.LanguageIdentifier;
import org.skep.language.Languages;

/**
 * Guesses the encoding of bytes nobody labelled and that are no UTF-8: decodes a sample in each
 * encoding of the press and takes the one that reads best, which is the one whose text has the most
 * function words of a language ({@code stopwords.txt}) and the fewest impossible characters. Pure;
 * about 2 ms. Weak spot: a text of a few words.
 */
final class CharsetGuess {
  private static final int SAMPLE_MAX = 8_192;

  /** So much better must one read to be taken before an encoding that is more usual. */
  private static final double LEAD = 1.02;

  /** What {@link #words} gives when every word is a function word, and when none is. */
  private static final double WORDS_MAX = 1.05;

  private static final double WORDS_MIN = 0.05;

  /** In order of use on the web: the earlier wins a tie. */
  private static final List<String> CANDIDATES =
      List.of(
          "windows-1252",
          "windows-1251",
          "Shift_JIS",
          "GBK",
          "EUC-KR",
          "EUC-JP",
          "Big5",
          "windows-1250",
          "windows-1254",
          "windows-1256",
          "windows-1253",
          "windows-1255",
          "KOI8-R",
          "windows-874",
          "windows-1257",
          "ISO-8859-2",
          "ISO-8859-5",
          "IBM866");

  /** Encodings of one language; kana read as GBK are still kana, so the text must be Chinese. */
  private static final Map<String, String> EAST =
      Map.of(
          "Shift_JIS",
          "ja",
          "EUC-JP",
          "ja",
          "GBK",
          "zh",
          "Big5",
          "zh",
          "EUC-KR",
          "ko",
          "windows-874",
          "th");

  private CharsetGuess() {}

  /** The standard name of the encoding that reads best. */
  static String of(byte[] body) {
    byte[] sample = telling(body);
    String best = "windows-1252";
    double most = 0;
    for (String name : CANDIDATES) {
      Charset charset = CharsetLabels.charset(name).orElse(null);
      double score =
          charset == null ? 0 : score(new String(sample, charset), EAST.get(name), most * LEAD);
      if (score > most * LEAD) {
        most = score;
        best = name;
      }
    }
    return best;
  }

  /** Only runs with bytes above ASCII tell; markup and English around them do not. */
  private static byte[] telling(byte[] body) {
    var sample = new java.io.ByteArrayOutputStream();
    int begin = 0;
    boolean high = false;
    for (int i = 0; i <= body.length && sample.size() < SAMPLE_MAX; i++) {
      boolean end = i == body.length || body[i] == '<' || body[i] == '>' || body[i] == '\n';
      if (end) {
        if (high) {
          sample.write(body, begin, Math.min(i - begin, SAMPLE_MAX));
          sample.write('\n');
        }
        begin = i + 1;
        high = false;
      } else {
        high |= body[i] < 0;
      }
    }
    return sample.toByteArray();
  }

  /** 0 for what cannot reach more than that any more: most are told by their characters. */
  private static double score(String text, @Nullable String language, double reached) {
    int letters = 0;
    int bad = 0;
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd' || (c >= 0x80 && c < 0xa0) || (c >= '\ue000' && c <= '\uf8ff')) {
        bad++;
      } else if (c > 0x7f) {
        boolean letter =
            Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
        letters += letter ? 1 : 0;
        boolean inWord =
            i > 0 && Character.isLowerCase(text.charAt(i - 1)) && Character.isUpperCase(c);
        odd += inWord || !(letter || isPunctuation(c)) ? 1 : 0;
      }
    }
    if (letters == 0) {
      return 0;
    }
    double clean = Math.max(0, 1 - 10.0 * bad / text.length() - 3.0 * odd / (letters + odd));
    if (clean * WORDS_MAX <= reached) {
      return 0;
    }
    String found = LanguageIdentifier.identify(text);
    boolean foreign = language != null && !found.equals(language);
    return clean * words(text, found) * (foreign ? 0.3 : 1);
  }

  private static boolean isPunctuation(char c) {
    return (c >= '\u2010' && c <= '\u2030')
        || (c >= '\u3000' && c <= '\u303f')
        || c >= '\uff00'
        || "«»°§ €·¿¡".indexOf(c) >= 0
        || c == '\u00a0';
  }

  /** The share of what is a function word in the language the text seems to be in. */
  private static double words(String text, String code) {
    var language = Languages.find(code);
    if (language.isEmpty()) {
      return 0.02;
    }
    var stop = Languages.stopWords(code);
    var found = new ArrayList<String>();
    int units = 0;
    if (isUnspaced(language.get())) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) > 0x7f) {
          units++;
          if (stop.contains(text.substring(i, i + 1))) {
            found.add(text.substring(i, i + 1));
          }
        }
      }
    } else {
      for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{M}']+")) {
        if (!word.isEmpty()) {
          units++;
          if (stop.contains(word)) {
            found.add(word);
          }
        }
      }
    }
    return WORDS_MIN + (units == 0 ? 0 : (double) found.size() / units);
  }

  private static boolean isUnspaced(Language language) {
    return switch (language.script()) {
      case HAN, HIRAGANA, THAI -> true;
      default -> false;
    };
  }
}

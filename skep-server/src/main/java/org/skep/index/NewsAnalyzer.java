package org.skep.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any language, as a reader compares them: Unicode word breaks, lower case, no accents,
 * pairs of characters where a script writes no blanks. No stemming: it guesses per language, and a
 * search for a name must find the name; a word that ends in an asterisk finds its forms.
 */
final class NewsAnalyzer extends Analyzer {
  /** Between two quotes of one field, so that no phrase spans them. */
  private static final int GAP = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    return new TokenStreamComponents(
        words, new CJKBigramFilter(normalize(field, (TokenStream) words)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(in)));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}

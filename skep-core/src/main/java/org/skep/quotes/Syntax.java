package org.skep.quotes;

/**
 * The readers of one stretch, made for each other.
 *
 * @param clauses where what is said begins and ends
 */
record Syntax(Stretch s, Grammar grammar, NounPhrases phrases, Sources sources, Clauses clauses) {
  static Syntax of(Stretch s) {
    var grammar = new Grammar(s);
    var phrases = new NounPhrases(grammar);
    var sources = new Sources(grammar);
    return new Syntax(s, grammar, phrases, sources, new Clauses(grammar, phrases, sources));
  }
}

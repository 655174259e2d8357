package org.skep.quotes;

/**
 * A noun phrase or pronoun as units {@code [from, to)} of a stretch.
 *
 * @param afterPreposition whether a preposition stands before it, so that it may be no subject
 */
record Phrase(int from, int to, boolean afterPreposition) {}

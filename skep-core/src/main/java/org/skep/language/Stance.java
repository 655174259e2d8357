package org.skep.language;

/**
 * What a word says about a question that accounts of one event tend to disagree on.
 *
 * @param about the question, the same in every language ("progress")
 * @param affirms whether the word says yes to it; a negation turns that round
 */
public record Stance(String about, boolean affirms) {}

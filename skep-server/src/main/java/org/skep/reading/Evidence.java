package org.skep.reading;

/**
 * The sentence that shows a claim, and where it stands.
 *
 * @param begin where the claimed words begin in the article's text, in UTF-16 units
 * @param end one past their end
 * @param before the sentence up to the claimed words
 * @param words the claimed words
 * @param after the rest of the sentence
 */
public record Evidence(
    ArticleRef article, int begin, int end, String before, String words, String after) {}

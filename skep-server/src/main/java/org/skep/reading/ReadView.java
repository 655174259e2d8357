package org.skep.reading;

import org.jspecify.annotations.Nullable;

/**
 * What one page or text tells by itself.
 *
 * @param input the address or the text that was given
 * @param found the article; {@code null} when there is none
 * @param failure why there is none; {@code null} when there is one or nothing was asked
 */
public record ReadView(String input, @Nullable ArticleView found, @Nullable String failure) {}

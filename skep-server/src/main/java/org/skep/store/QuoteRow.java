package org.skep.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.model.SpeakerKind;

/**
 * A quote as lists show it; its pieces are in the article's analysis, under the same index.
 *
 * @param index among the article's quotes
 * @param speaker the name the article uses; {@code null} when nobody can be named
 * @param person the canonical speaker; {@code null} when not known
 * @param within index of the enclosing quote, -1 for none
 * @param words what was said
 * @param span from the first to the last said word
 * @param dated the article's time
 */
public record QuoteRow(
    long article,
    int index,
    Quote.Type type,
    @Nullable String speaker,
    SpeakerKind kind,
    @Nullable Long person,
    int within,
    double confidence,
    String words,
    Span span,
    Instant dated) {}

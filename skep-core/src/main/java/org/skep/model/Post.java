package org.skep.model;

/**
 * Where a post of a live blog begins, and when it was written.
 *
 * @param after number of paragraphs of {@link Article#text()} above it, as in {@link Dropped}
 * @param at its own time, not the page's
 */
public record Post(int after, Stated at) {}

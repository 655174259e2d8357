package org.skep.stories;

/**
 * What stories compares: sparse vectors of title, lead and body, names, numbers, places and dates.
 */
public record StoryFeatures(long article) {}

package org.skep.reading;

import java.time.Instant;

/** Enough of a story to name it and link to it. */
public record StoryRef(long id, String title, String language, Counts counts, Instant lastChange) {}

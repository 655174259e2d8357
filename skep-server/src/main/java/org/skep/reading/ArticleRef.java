package org.skep.reading;

import java.time.Instant;

/** Enough of an article to name it and link to it. */
public record ArticleRef(
    long id, String title, OutletRef outlet, Instant dated, String language, String url) {}

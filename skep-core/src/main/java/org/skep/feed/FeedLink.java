package org.skep.feed;

import org.jspecify.annotations.Nullable;

/**
 * A feed a page points to.
 *
 * @param url absolute
 * @param title as the page calls it; {@code null} when it does not
 * @param mimeType as stated; {@code null} when only the address tells that it is a feed
 */
public record FeedLink(String url, @Nullable String title, @Nullable String mimeType) {}

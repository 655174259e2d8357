package org.skep.web;

import org.jspecify.annotations.Nullable;

/**
 * The paper a page is printed on: what every template needs besides its own view.
 *
 * @param words of the reader's language
 * @param section the entry of the main navigation this page belongs to ("front", "river" ...)
 * @param path the address, with its query, to come back to after a form
 * @param token proves that a form came from a page of ours
 * @param theme "auto", "light" or "dark"
 * @param notice what the last form did; {@code null} for nothing
 * @param outward the address that has .rss, .atom and .json beside it; {@code null} for none
 */
public record Sheet(
    Words words,
    String section,
    String path,
    String token,
    String theme,
    @Nullable String notice,
    @Nullable String outward) {}

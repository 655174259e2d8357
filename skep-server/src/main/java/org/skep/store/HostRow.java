package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must be kept of a host across restarts, so that they break neither a hold nor its pace.
 *
 * @param holdUntil asked nothing before; {@code null} for no hold
 * @param strikes how many times in a row it answered 429
 * @param lastEnd the end of the last request; {@code null} before the first
 * @param crawlDelay as robots.txt asks; {@code null} when it does not
 */
public record HostRow(
    String key,
    @Nullable Instant holdUntil,
    @Nullable String holdReason,
    int strikes,
    @Nullable Instant lastEnd,
    @Nullable Duration crawlDelay) {}

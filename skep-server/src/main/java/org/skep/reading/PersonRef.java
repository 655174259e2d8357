package org.skep.reading;

import org.jspecify.annotations.Nullable;
import org.skep.model.SpeakerKind;

/**
 * A speaker as a page names them.
 *
 * @param id {@code null} when the person has no page: not quoted in two independent reports,
 *     hidden, or not a person of the index at all
 * @param role the latest office or description; {@code null} when none was printed
 */
public record PersonRef(@Nullable Long id, String name, @Nullable String role, SpeakerKind kind) {}

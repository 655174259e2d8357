package org.skep.model;

import java.util.List;

/**
 * Somebody who speaks or is introduced in one article, under all the names it uses.
 *
 * @param name the fullest name, unique within the article
 * @param aliases other names and titles used ("Ushakov", "the presidential aide")
 * @param roles offices and descriptions, as printed ("Russian presidential aide")
 * @param evidence where it is introduced
 */
public record Speaker(
    String name, SpeakerKind kind, List<String> aliases, List<String> roles, List<Span> evidence) {
  public Speaker {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
    evidence = List.copyOf(evidence);
  }
}

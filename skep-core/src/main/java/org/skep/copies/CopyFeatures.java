package org.skep.copies;

import org.skep.model.Article;

/** What copies compares: winnowed fingerprints and what the verification needs. */
public record CopyFeatures(Article article) {}

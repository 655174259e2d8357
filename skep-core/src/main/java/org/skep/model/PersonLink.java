package org.skep.model;

/** The people stage's answer for one article: its speaker of this name is that person. */
public record PersonLink(long article, String speaker, long person) {}

package org.skep.model;

/** A link to another page, with the words it was printed with. */
public record Link(String title, String url) {}

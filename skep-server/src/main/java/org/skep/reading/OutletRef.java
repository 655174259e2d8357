package org.skep.reading;

/**
 * An outlet as a reader meets it.
 *
 * @param key the host key of its site, also its address here
 * @param name as it prints itself, else the host
 */
public record OutletRef(String key, String name) {}

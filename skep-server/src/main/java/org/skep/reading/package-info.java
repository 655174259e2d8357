/**
 * What a user does: read, mark, star, search, subscribe, correct. One place for web, api and sync.
 */
@NullMarked
package org.skep.reading;

import org.jspecify.annotations.NullMarked;

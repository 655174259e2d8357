/** Full-text search, derived from the store and rebuilt whenever it is missing or behind. */
@NullMarked
package org.skep.index;

import org.jspecify.annotations.NullMarked;

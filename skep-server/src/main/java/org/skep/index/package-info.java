/**
 * Full-text search over the articles: derived from the store, and built again whenever in doubt.
 */
@NullMarked
package org.skep.index;

import org.jspecify.annotations.NullMarked;

/** The truth on disk: SQLite, one writer, group commit, the one ordered log. */
@NullMarked
package org.skep.store;

import org.jspecify.annotations.NullMarked;

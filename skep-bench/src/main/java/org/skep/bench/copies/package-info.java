/** Trains the models of copies and measures their speed. */
@NullMarked
package org.skep.bench.copies;

import org.jspecify.annotations.NullMarked;

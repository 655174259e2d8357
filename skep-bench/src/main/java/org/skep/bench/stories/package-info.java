/** Trains the stories stage's join model and measures its speed. */
@NullMarked
package org.skep.bench.stories;

import org.jspecify.annotations.NullMarked;

/** Trains what the quotes stage weighs. */
@NullMarked
package org.skep.bench.quotes;

import org.jspecify.annotations.NullMarked;

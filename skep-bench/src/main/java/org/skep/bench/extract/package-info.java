/** The extractor's trainer and its speed, beside its rivals'. */
@NullMarked
package org.skep.bench.extract;

import org.jspecify.annotations.NullMarked;

/** The pipeline: every stage in order. */
@NullMarked
package org.skep;

import org.jspecify.annotations.NullMarked;

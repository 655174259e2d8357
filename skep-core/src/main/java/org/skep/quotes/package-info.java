/** Who said what, tied to the words that say so. */
@NullMarked
package org.skep.quotes;

import org.jspecify.annotations.NullMarked;

/** Which article copies which, and where the words came from. */
@NullMarked
package org.skep.copies;

import org.jspecify.annotations.NullMarked;

/** Which reports are of one event, decided as they arrive. */
@NullMarked
package org.skep.stories;

import org.jspecify.annotations.NullMarked;

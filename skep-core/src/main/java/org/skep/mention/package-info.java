/** Names, numbers, places, dates and counted facts where they stand in a text. */
@NullMarked
package org.skep.mention;

import org.jspecify.annotations.NullMarked;

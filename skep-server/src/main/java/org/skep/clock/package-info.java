/** The only clock and the only sleeper; everybody else is given one. */
@NullMarked
package org.skep.clock;

import org.jspecify.annotations.NullMarked;

/** Dates as feeds and pages print them. */
@NullMarked
package org.skep.date;

import org.jspecify.annotations.NullMarked;

/** The one way out: every request passes the address guard, robots.txt and the host's pace. */
@NullMarked
package org.skep.fetch;

import org.jspecify.annotations.NullMarked;

/** robots.txt as RFC 9309 reads it. */
@NullMarked
package org.skep.robots;

import org.jspecify.annotations.NullMarked;

/** Files made to hurt, for every reader of untrusted bytes. */
@NullMarked
package org.skep.hostile;

import org.jspecify.annotations.NullMarked;

/** From a page to what the reporter wrote. */
@NullMarked
package org.skep.extract;

import org.jspecify.annotations.NullMarked;

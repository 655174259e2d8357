/** Web archives: WARC and ARC records in order. */
@NullMarked
package org.skep.warc;

import org.jspecify.annotations.NullMarked;

/** The one hardened XML reader. */
@NullMarked
package org.skep.xml;

import org.jspecify.annotations.NullMarked;

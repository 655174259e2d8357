/** Which language a text is in, and what is known about each language. */
@NullMarked
package org.skep.language;

import org.jspecify.annotations.NullMarked;

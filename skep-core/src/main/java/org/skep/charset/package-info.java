/** Which encoding bytes are in: byte order mark, HTTP, declaration, detection, in that order. */
@NullMarked
package org.skep.charset;

import org.jspecify.annotations.NullMarked;

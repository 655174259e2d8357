/** Addresses as browsers read them (WHATWG URL), normalised for identity, and their host keys. */
@NullMarked
package org.skep.url;

import org.jspecify.annotations.NullMarked;

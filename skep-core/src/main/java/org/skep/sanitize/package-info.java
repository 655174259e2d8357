/** Foreign HTML to the plain tags that are safe to show. */
@NullMarked
package org.skep.sanitize;

import org.jspecify.annotations.NullMarked;

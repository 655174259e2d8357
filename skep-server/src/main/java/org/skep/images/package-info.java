/** Pictures of others, fetched by us and served as nothing but pictures. */
@NullMarked
package org.skep.images;

import org.jspecify.annotations.NullMarked;

/** Feeds of every format to entries; feed discovery; OPML. */
@NullMarked
package org.skep.feed;

import org.jspecify.annotations.NullMarked;

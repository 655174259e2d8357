/** How fast feeds are read and polled. */
@NullMarked
package org.skep.bench.feeds;

import org.jspecify.annotations.NullMarked;

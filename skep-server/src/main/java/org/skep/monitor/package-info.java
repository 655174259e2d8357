/** Due feeds to articles: fetch, pipeline, commit, sequencer, index. */
@NullMarked
package org.skep.monitor;

import org.jspecify.annotations.NullMarked;

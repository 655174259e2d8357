/** The command line; wires everything. */
@NullMarked
package org.skep.cli;

import org.jspecify.annotations.NullMarked;

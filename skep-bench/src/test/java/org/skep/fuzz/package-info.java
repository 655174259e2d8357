/** One fuzzer for every reader of untrusted input; each crash it finds becomes a file. */
@NullMarked
package org.skep.fuzz;

import org.jspecify.annotations.NullMarked;

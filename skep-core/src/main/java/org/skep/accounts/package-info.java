/** Statements and numbers about the same thing that differ. */
@NullMarked
package org.skep.accounts;

import org.jspecify.annotations.NullMarked;

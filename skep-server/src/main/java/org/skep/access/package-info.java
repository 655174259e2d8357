/** Who is it, and may they: passwords, sessions, tokens. */
@NullMarked
package org.skep.access;

import org.jspecify.annotations.NullMarked;

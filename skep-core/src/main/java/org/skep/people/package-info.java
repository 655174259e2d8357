/** Who the speakers of many articles are: persons with their aliases and roles. */
@NullMarked
package org.skep.people;

import org.jspecify.annotations.NullMarked;

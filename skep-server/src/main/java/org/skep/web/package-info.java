/** The pages. */
@NullMarked
package org.skep.web;

import org.jspecify.annotations.NullMarked;

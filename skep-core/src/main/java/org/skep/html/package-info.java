/**
 * A page's markup as a tree of elements and texts, built as browsers build it, and nothing more.
 */
@NullMarked
package org.skep.html;

import org.jspecify.annotations.NullMarked;

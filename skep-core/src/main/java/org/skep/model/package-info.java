/**
 * The words of Skep as flat, immutable records: what one stage hands to the next, what the store
 * keeps, what the pages show. Nothing here computes anything; everything else may import this
 * package and it imports nothing of ours.
 */
@NullMarked
package org.skep.model;

import org.jspecify.annotations.NullMarked;

/**
 * Scanners over plain text: paragraphs, sentences, tokens, quotation marks; shingles and hashes.
 * Pure functions of their arguments.
 */
@NullMarked
package org.skep.text;

import org.jspecify.annotations.NullMarked;

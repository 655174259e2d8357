/**
 * The linear model, the boosted trees and their weight files, shared by extract, copies, quotes and
 * stories.
 */
@NullMarked
package org.skep.learn;

import org.jspecify.annotations.NullMarked;

/**
 * The linear model, its calibration and its weight files, shared by extract, copies, quotes and
 * stories.
 */
@NullMarked
package org.skep.learn;

import org.jspecify.annotations.NullMarked;

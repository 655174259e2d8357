/** What an operator may decide: one documented file and environment variables. */
@NullMarked
package org.skep.settings;

import org.jspecify.annotations.NullMarked;

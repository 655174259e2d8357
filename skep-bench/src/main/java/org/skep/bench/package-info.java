/** Speed of the whole way; the packages below measure and train single stages. */
@NullMarked
package org.skep.bench;

import org.jspecify.annotations.NullMarked;

/** The demo press: a small fictional press with real HTTP. */
@NullMarked
package org.skep.demo;

import org.jspecify.annotations.NullMarked;

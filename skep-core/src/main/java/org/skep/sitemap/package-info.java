/** Sitemaps, sitemap indexes and news sitemaps. */
@NullMarked
package org.skep.sitemap;

import org.jspecify.annotations.NullMarked;

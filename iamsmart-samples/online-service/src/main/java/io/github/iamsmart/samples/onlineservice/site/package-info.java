/** What every page shares: languages, headers, the frame around the content. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.site;

import org.jspecify.annotations.NullMarked;

/** One class a flow, as the guide shows it. */
package io.github.iamsmart.samples.quickstart;

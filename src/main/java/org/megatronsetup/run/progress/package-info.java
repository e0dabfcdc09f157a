/** Reads how far along the tools say they are, from what they print. */
package org.megatronsetup.run.progress;

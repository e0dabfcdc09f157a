/** The window: its composition root, its frame and its rail. */
package org.megatronsetup.wizard;

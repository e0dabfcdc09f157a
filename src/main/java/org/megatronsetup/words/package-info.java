/** What the program says, in the person's language. */
package org.megatronsetup.words;

/** The page on which one chooses which Megatron Core. */
package org.megatronsetup.wizard.release;

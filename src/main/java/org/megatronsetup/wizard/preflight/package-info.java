/** The page that says what was found on the target, with verdicts. */
package org.megatronsetup.wizard.preflight;

/** The page on which one watches the run. */
package org.megatronsetup.wizard.install;

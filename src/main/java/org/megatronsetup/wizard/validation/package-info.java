/** The page that proves that it works, or says why not. */
package org.megatronsetup.wizard.validation;

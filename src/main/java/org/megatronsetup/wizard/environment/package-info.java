/** The page on which one chooses the environment and what goes into it. */
package org.megatronsetup.wizard.environment;

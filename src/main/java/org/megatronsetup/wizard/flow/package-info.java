/** The order of the pages, what was typed on them and what was found out. */
package org.megatronsetup.wizard.flow;

/** The last page: how to use what was installed, and where it is. */
package org.megatronsetup.wizard.done;

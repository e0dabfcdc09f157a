/** Open ways to run commands and write files on a machine. */
package org.megatronsetup.shell;

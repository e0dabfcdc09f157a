/** The same engine on the command line. */
package org.megatronsetup.cli;

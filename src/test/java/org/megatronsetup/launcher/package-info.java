/** The packaged launcher, started as a person or a script starts it. */
package org.megatronsetup.launcher;

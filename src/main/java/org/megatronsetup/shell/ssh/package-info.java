/** Machines behind SSH: the only place that knows the SSH library. */
package org.megatronsetup.shell.ssh;

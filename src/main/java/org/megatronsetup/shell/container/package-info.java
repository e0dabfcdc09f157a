/** Containers as machines, reached through the engine on their host. */
package org.megatronsetup.shell.container;

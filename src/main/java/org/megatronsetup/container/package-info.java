/** Images on a host: how large they are, and why one could not be fetched. */
package org.megatronsetup.container;

/** Brings folders of wheels of this computer to the target, whatever becomes of the connection. */
package org.megatronsetup.bring;

/** Addresses of servers as people write them, logins and all. */
package org.megatronsetup.address;

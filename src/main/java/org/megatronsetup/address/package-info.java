/** Addresses of servers and images as people write them, logins and all. */
package org.megatronsetup.address;

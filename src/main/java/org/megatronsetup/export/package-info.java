/** A plan in other people's formats. */
package org.megatronsetup.export;

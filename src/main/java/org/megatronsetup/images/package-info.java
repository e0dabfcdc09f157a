/** Which images the releases of Megatron Core were tested with, as far as this program knows. */
package org.megatronsetup.images;

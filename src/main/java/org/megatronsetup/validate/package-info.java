/** The validation ladder: checks on the target as rows, a sentence about them, the receipt. */
package org.megatronsetup.validate;

/** A plan and a validation in other people's formats. */
package org.megatronsetup.export;

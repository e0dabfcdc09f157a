/** The program's words as records and sealed interfaces: no I/O, no JavaFX. */
package org.megatronsetup.model;

/** From a log to the cause of a failure and what to do about it: a book of known failures. */
package org.megatronsetup.diagnose;

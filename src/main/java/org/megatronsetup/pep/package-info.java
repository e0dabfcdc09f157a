/** Python's own rules for versions, requirements, markers and wheel names; depends on nothing. */
package org.megatronsetup.pep;

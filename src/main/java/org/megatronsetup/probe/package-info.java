/** Looks at a target, and says what the findings mean for an installation. */
package org.megatronsetup.probe;

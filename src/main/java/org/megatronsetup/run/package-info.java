/** One execution of a plan: its directory on the target, its start, its log, its end. */
package org.megatronsetup.run;

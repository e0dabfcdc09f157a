/** What the wizard and the command line share: one engine for one target. */
package org.megatronsetup.engine;

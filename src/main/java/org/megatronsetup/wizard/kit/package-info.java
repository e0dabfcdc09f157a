/** What every page uses: background work, texts, failures, small controls. */
package org.megatronsetup.wizard.kit;

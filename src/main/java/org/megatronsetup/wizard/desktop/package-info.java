/** What the desktop around the window is told. */
package org.megatronsetup.wizard.desktop;

/** The live log on the screen: follows its end, can be searched, copied and saved. */
package org.megatronsetup.wizard.log;

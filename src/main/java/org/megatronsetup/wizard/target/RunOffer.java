package org.megatronsetup.wizard.target;

/**
 * A run on this computer that one may want to go back to.
 *
 * @param running whether it still goes on
 * @param headline such as {@code An install is running}
 * @param detail when it began and where it installs
 * @param action what the button says
 */
record RunOffer(String id, boolean running, String headline, String detail, String action) {}

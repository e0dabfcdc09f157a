/** The page on which one says where Megatron Core goes. */
package org.megatronsetup.wizard.target;

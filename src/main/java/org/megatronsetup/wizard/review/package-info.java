/** The page on which one reads the plan before one agrees. */
package org.megatronsetup.wizard.review;

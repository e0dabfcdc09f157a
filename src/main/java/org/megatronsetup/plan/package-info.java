/** Answers, facts and a release's metadata become a plan: a pure function, and what it refuses. */
package org.megatronsetup.plan;

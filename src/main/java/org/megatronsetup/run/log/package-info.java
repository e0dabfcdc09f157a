/** The log of a run kept on disk, line by line, and what its lines say about progress. */
package org.megatronsetup.run.log;

/** What can be installed: package indexes, folders of wheels, refs of the git repository. */
package org.megatronsetup.index;

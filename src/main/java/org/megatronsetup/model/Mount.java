package org.megatronsetup.model;

/**
 * A folder of the host that a container sees.
 *
 * @param source absolute path on the host
 * @param target absolute path in the container
 */
public record Mount(String source, String target, boolean readOnly) {}

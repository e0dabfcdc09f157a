package org.megatronsetup.plan;

/**
 * What fetching an image costs.
 *
 * @param download bytes that come over the network
 * @param disk bytes that it takes where images live
 * @param restsOn one sentence that says what the figures rest on
 */
public record ImageCost(long download, long disk, String restsOn) {}

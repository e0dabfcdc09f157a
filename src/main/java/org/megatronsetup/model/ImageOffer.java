package org.megatronsetup.model;

/**
 * An image that a container may be made of.
 *
 * @param image name with its tag, such as {@code nvcr.io/nvidia/pytorch:26.06-py3}
 * @param why one sentence for a newcomer
 * @param source where the offer was read: a file of a release, or the table of this program with
 *     its date
 * @param recommended whether it is the one for the chosen release
 */
public record ImageOffer(String image, String why, String source, boolean recommended) {}

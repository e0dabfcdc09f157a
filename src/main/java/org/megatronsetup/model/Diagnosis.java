package org.megatronsetup.model;

import java.util.List;

/**
 * What a log says about a failure.
 *
 * @param id of the entry in the failure book, or {@code unknown}
 * @param excerpt the line of the log that gave it away
 * @param remedies commands or sentences, best first
 * @param source where the knowledge comes from
 */
public record Diagnosis(
    String id, String excerpt, String cause, List<String> remedies, String source) {}

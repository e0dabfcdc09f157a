package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is heard while files of this computer are brought to the target. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BringEvent.Moved.class, name = "bring"),
  @JsonSubTypes.Type(value = BringEvent.Checking.class, name = "bring-check"),
  @JsonSubTypes.Type(value = BringEvent.ContactLost.class, name = "bring-contact-lost"),
  @JsonSubTypes.Type(value = BringEvent.ContactBack.class, name = "bring-contact-back"),
  @JsonSubTypes.Type(value = BringEvent.Done.class, name = "brought")
})
public sealed interface BringEvent {

  /**
   * How far it is.
   *
   * @param file name of the file that is on its way
   * @param number of that file, from 1 on
   * @param done bytes that are there, of all files; never less than said before
   * @param total bytes of all files
   */
  record Moved(String file, int number, int count, long done, long total) implements BringEvent {}

  /** Files are looked at there, by their sums; this may take a while without further events. */
  record Checking(int count) implements BringEvent {}

  /** The target does not answer; it is called again. */
  record ContactLost(String reason) implements BringEvent {}

  record ContactBack() implements BringEvent {}

  /**
   * All files are there, with the right sums.
   *
   * @param sent bytes that were sent for it; 0 if all were there already
   */
  record Done(int count, long total, long sent) implements BringEvent {}
}

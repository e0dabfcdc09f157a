package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** Which Megatron Core is asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "channel")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Release.Stable.class, name = "stable"),
  @JsonSubTypes.Type(value = Release.PreRelease.class, name = "pre"),
  @JsonSubTypes.Type(value = Release.Commit.class, name = "commit")
})
public sealed interface Release {

  /** A released wheel; without a version, the newest that the chosen Python can use. */
  record Stable(Optional<String> version) implements Release {}

  /** The newest wheel with pre-releases counted in ({@code --pre}), or the named one. */
  record PreRelease(Optional<String> version) implements Release {}

  /** A branch, tag or hash of the repository, as it was typed. */
  record Commit(String ref) implements Release {}
}

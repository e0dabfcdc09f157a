package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where Megatron Core goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Target.Local.class, name = "local"))
public sealed interface Target {

  /** The computer that this program runs on. */
  record Local() implements Target {}
}

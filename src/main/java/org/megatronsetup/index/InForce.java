package org.megatronsetup.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Sources;

/**
 * Where packages come from once the answers and the target's own pip configuration are put
 * together, by pip's rules: an address given takes the place of the configured one, lists add up,
 * and "no index" holds whoever says it.
 *
 * @param indexes addresses, the main one first; none if only folders may be used
 * @param bringWheels folders of this program's computer
 */
record InForce(
    List<String> indexes,
    List<String> findLinks,
    List<String> bringWheels,
    Optional<String> proxy,
    Optional<String> caBundle) {

  InForce {
    indexes = List.copyOf(indexes);
    findLinks = List.copyOf(findLinks);
    bringWheels = List.copyOf(bringWheels);
  }

  static InForce of(Sources sources, Facts.PipConfig pip) {
    Set<String> indexes = new LinkedHashSet<>();
    if (!sources.noIndex() && !pip.noIndex()) {
      indexes.add(sources.indexUrl().or(pip::indexUrl).orElse(Sources.DEFAULT_INDEX));
      indexes.addAll(pip.extraIndexUrls());
      indexes.addAll(sources.extraIndexUrls());
    }
    Set<String> findLinks = new LinkedHashSet<>(pip.findLinks());
    findLinks.addAll(sources.findLinks());
    return new InForce(
        new ArrayList<>(indexes),
        new ArrayList<>(findLinks),
        sources.bringWheels(),
        sources.proxy().or(pip::proxy),
        sources.caBundle().or(pip::cert));
  }

  /** The same addresses, fit to be shown. */
  InForce withoutLogins() {
    return new InForce(
        indexes.stream().map(WebAddress::withoutLogin).toList(),
        findLinks.stream().map(WebAddress::withoutLogin).toList(),
        bringWheels,
        proxy,
        caBundle);
  }
}

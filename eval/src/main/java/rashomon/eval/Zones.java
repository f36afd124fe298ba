package rashomon.eval;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Cities that time zones are named for, with the region CLDR keeps the zone under. */
final class Zones {

  private static final TimeZoneNames NAMES = TimeZoneNames.getInstance(ULocale.ENGLISH);

  private Zones() {}

  /** City to ISO 3166 code. */
  static Map<String, String> cities() {
    Map<String, String> cities = new TreeMap<>();
    for (String zone : zones().toList()) {
      String region = TimeZone.getRegion(zone);
      if (region.matches("[A-Z]{2}")) {
        names(zone).forEach(name -> cities.put(name, region));
      }
    }
    return cities;
  }

  /** The other names of zones that are named for a city. */
  static Stream<String> otherNames(String city) {
    return zones()
        .filter(zone -> names(zone).anyMatch(city::equals))
        .flatMap(Zones::names)
        .filter(name -> !name.equals(city))
        .distinct();
  }

  private static Stream<String> zones() {
    return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.ANY, null, null).stream()
        .sorted()
        .filter(
            zone ->
                zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"));
  }

  private static Stream<String> names(String zone) {
    return Stream.of(
            NAMES.getExemplarLocationName(TimeZone.getCanonicalID(zone)),
            zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' '))
        .filter(Objects::nonNull)
        .flatMap(name -> Stream.of(name, Countries.unaccented(name)))
        .distinct();
  }
}

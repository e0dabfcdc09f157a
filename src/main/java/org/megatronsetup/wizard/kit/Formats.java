package org.megatronsetup.wizard.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times, dates and sizes as people read them. */
public final class Formats {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Texts texts;
  private final ZoneId zone;

  public Formats(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  /** Such as {@code 4 s}, {@code 2 min 05 s}, {@code 1 h 10 min}. */
  public String elapsed(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return texts.get("time.seconds", seconds);
    }
    if (seconds < 3600) {
      return texts.get("time.minutes-seconds", seconds / 60, two(seconds % 60));
    }
    return texts.get("time.hours-minutes", seconds / 3600, two(seconds % 3600 / 60));
  }

  /** A guess, said as one: {@code under a minute}, {@code about 12 min}. */
  public String roughly(long seconds) {
    if (seconds < 60) {
      return texts.get("time.under-a-minute");
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90
        ? texts.get("time.about-minutes", minutes)
        : texts.get("time.about-hours", Math.round(minutes / 60.0));
  }

  /** Seconds of a check, such as {@code 0.4 s}. */
  public String seconds(double seconds) {
    if (seconds < 0.05) {
      return texts.get("time.no-time");
    }
    return seconds < 10
        ? texts.get("time.fraction", String.format(texts.locale(), "%.1f", seconds))
        : elapsed(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** Decimal units, as disks and downloads are labelled. */
  public String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return texts.get("size.kilo", Math.max(1, Math.round(bytes / 1e3)));
    }
    if (bytes < 1_000_000_000) {
      return texts.get("size.mega", Math.round(bytes / 1e6));
    }
    return texts.get("size.giga", String.format(texts.locale(), "%.1f", bytes / 1e9));
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ofPattern(texts.get("time.date-pattern"), texts.locale())
        .withZone(zone)
        .format(instant);
  }

  /** The time of day to the second, such as {@code 14:05:09}. */
  public String clock(Instant instant) {
    return CLOCK.withZone(zone).format(instant);
  }

  /** The time of day, with the date when it was not today. */
  public String moment(Instant instant, Instant now) {
    String time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .withZone(zone)
            .format(instant);
    boolean today = LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(now, zone));
    return today ? time : texts.get("time.date-time", date(instant), time);
  }

  private static String two(long value) {
    return String.format(Locale.ROOT, "%02d", value);
  }
}

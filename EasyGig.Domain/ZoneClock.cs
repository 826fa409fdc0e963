namespace EasyGig.Domain;

/// <summary>What the clocks of a zone mean.</summary>
internal static class ZoneClock
{
    extension(TimeZoneInfo zone)
    {
        /// <summary>When the clocks show a time: never where they skip it, twice where they repeat it; the first comes first.</summary>
        public IEnumerable<DateTimeOffset> MomentsAt(DateTime local)
        {
            if (zone.IsInvalidTime(local)) return [];
            TimeSpan[] offsets = zone.IsAmbiguousTime(local) ? [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending()] : [zone.GetUtcOffset(local)];
            return offsets.Select(offset => new DateTimeOffset(local, offset));
        }
    }
}

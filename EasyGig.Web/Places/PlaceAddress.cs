using System.Globalization;
using System.Text.RegularExpressions;
using EasyGig.Domain;
using EasyGig.Web.Hosting;

namespace EasyGig.Web.Places;

/// <summary>What searches have in common in their addresses: read kindly, so that what cannot be read is as if it were not there.</summary>
internal static partial class PlaceAddress
{
    private const int LongestText = 120;

    public static Whereabouts Read(IQueryCollection query)
    {
        var city = Text(query["city"]);
        return new(Code(query["country"], CountryCode), Code(query["region"], RegionCode), city, city is null ? null : Number(query["km"], Whereabouts.MaxKm));
    }

    public static IEnumerable<KeyValuePair<string, string?>> Parts(Whereabouts where) =>
        [new("country", where.Country), new("region", where.Region), new("city", where.City), new("km", where.Km?.ToString(CultureInfo.InvariantCulture))];

    public static string? Text(string? text) => CleanText.Clean(text ?? "") is { Length: > 0 and <= LongestText } clean ? clean : null;

    public static string? Currency(string? text) => Code(text, CurrencyCode);

    public static int? Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    public static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= 1_000_000 ? amount : null;

    private static string? Code(string? text, Regex form) => text?.ToUpperInvariant() is { } code && form.IsMatch(code) ? code : null;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex CountryCode { get; }

    /// <summary>ISO 3166-2.</summary>
    [GeneratedRegex(@"^[A-Z]{2}-[A-Z0-9]{1,3}\z")]
    private static partial Regex RegionCode { get; }

    /// <summary>ISO 4217.</summary>
    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex CurrencyCode { get; }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EasyGig.Domain.Bookings;

/// <summary>A short name for terms: SHA-256 over one text that says who plays where and when, and for what. Whoever has the same terms
/// computes the same, and nobody finds others that do.</summary>
/// <remarks>The text names artist, venue and stage by their numbers, for a band may take a new name. The database builds the same
/// (terms_fingerprint); a test compares.</remarks>
public static class TermsFingerprint
{
    /// <summary>64 hexadecimal digits, lower case.</summary>
    public static string Of(Booking booking, BookingTerms terms) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(booking, terms))));

    /// <summary>What it is computed of, line by line.</summary>
    public static string Text(Booking booking, BookingTerms terms)
    {
        var (fee, deal) = (terms.Fee, terms.Deal);
        return string.Join('\n',
        [
            $"artist={booking.ArtistId}", $"venue={booking.VenueId}", $"stage={booking.StageId}", $"from={Utc(booking.Time.Start)}", $"until={Utc(booking.Time.End)}",
            $"fee={Number(fee.Amount)} {fee.Currency}", $"deal={Word.Of(deal.Kind)}", $"share={Number(deal.Share)}", $"base={(deal.Base is { } of ? Word.Of(of) : "")}",
            $"profit={Number(deal.ProfitShare)}", $"price={Number(deal.TicketPrice)}", $"tickets={deal.Capacity?.ToString(CultureInfo.InvariantCulture)}", $"tax={Number(deal.Tax)}",
            $"included={deal.TaxIncluded switch { true => "true", false => "false", null => "" }}", $"house={Number(deal.TicketFee)}", $"expenses={Number(deal.ExpenseCap)}",
            $"clause={terms.Clause}",
        ]);
    }

    /// <summary>For people to compare: groups of four digits.</summary>
    public static string Groups(string fingerprint) => string.Join(' ', fingerprint.Chunk(4).Select(group => new string(group)));

    private static string Number(decimal? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

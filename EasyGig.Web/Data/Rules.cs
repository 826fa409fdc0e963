using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Data;

/// <summary>Replays functions, triggers, state steps and grants at every migrate, so that each has one current text.</summary>
internal static class Rules
{
    private static readonly string[] Files = ["rules.sql", "rules.slots.sql", "rules.offers.sql", "rules.bookings.sql", "rules.versions.sql", "rules.strikes.sql", "rules.holds.sql", "rules.groups.sql", "rules.messages.sql", "rules.ratings.sql", "rules.files.sql", "rules.search.sql", "rules.searches.sql", "rules.feeds.sql", "rules.live.sql", "rules.clockwork.sql"];

    /// <summary>Every step that the database allows, as <c>(table, from, to)</c>; from is empty where a life begins.</summary>
    public static IEnumerable<(string Table, string From, string To)> Steps =>
    [
        .. Of("slots", SlotSteps.All), .. Of("applications", ApplicationSteps.All), .. Of("offers", OfferSteps.All), .. Of("invitations", InvitationSteps.All),
        .. Of("bookings", BookingSteps.All), .. Of("booking_versions", TermsSteps.All), .. Of("mails", MailSteps.All),
        .. Of("roster_entries", RosterSteps.All), .. Of("groups", GroupSteps.All), .. Of("holds", HoldSteps.All), .. Of("challenges", ChallengeSteps.All),
    ];

    public static async Task ReplayAsync(EasyGigDb db, CancellationToken ct)
    {
        foreach (var file in Files) await db.Database.ExecuteSqlRawAsync(SqlFile.Read(file), [], ct);

        var (tables, from, to) = (Steps.Select(s => s.Table).ToArray(), Steps.Select(s => s.From).ToArray(), Steps.Select(s => s.To).ToArray());
        await db.Database.ExecuteSqlAsync($"DELETE FROM state_steps", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO state_steps SELECT * FROM unnest({tables}, {from}, {to})", ct);
    }

    /// <param name="siteUser">The database user that the site works as.</param>
    public static Task GrantAsync(EasyGigDb db, string siteUser, CancellationToken ct)
    {
        var quoted = $"\"{siteUser.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return db.Database.ExecuteSqlRawAsync(SqlFile.Read("grants.sql").Replace("{site}", quoted, StringComparison.Ordinal), [], ct);
    }

    private static IEnumerable<(string, string, string)> Of<TState>(string table, Steps<TState> steps) where TState : struct, Enum =>
        steps.All.Select(step => (table, step.From is { } from ? Word.Of(from) : "", Word.Of(step.To)));
}

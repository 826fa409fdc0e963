using EasyGig.Web.Data;

namespace EasyGig.Web.Demo;

/// <summary>Lets the nights happen in the database: each deed by the domain's verb at its own time, saved act by act, because
/// the database looks at every step of a state.</summary>
internal sealed class Staging(EasyGigDb db, Company company, Chronicle chronicle)
{
    public async Task PlayAsync(IReadOnlyList<Night> nights, CancellationToken ct)
    {
        var shows = nights.Select(night => new Show(night, company)).ToList();
        db.AddRange(shows.Select(show => show.Slot));
        foreach (var act in Enum.GetValues<Act>())
        {
            foreach (var (show, deed) in shows.SelectMany(show => show.Night.In(act).Select(deed => (show, deed))).OrderBy(step => step.deed.At))
                Do(show, deed, shows);
            await db.SaveChangesAsync(ct);
        }
    }

    private void Do(Show show, Deed deed, List<Show> shows)
    {
        var overlapping = show.Overlapping(deed, shows);
        if (show.Do(deed, overlapping) is { } refusal)
            throw new InvalidOperationException($"{show.Night.Venue.Slug}, {show.Night.Date}: {deed.Did} by {deed.Who} is refused, {refusal.Rule}.");
        if (deed.Did is Did.Apply) db.Add(show.BidOf(deed.Who));
        if (deed.Did is Did.Ask or Did.Answer) db.Add(show.Messages[^1]);
        if (deed.Did is Did.Accept or Did.AcceptAlone) db.Add(show.Booking!);
        if (deed.Did is Did.Plan) db.Add(show.Day!);
        chronicle.Note(deed.At, company.DoerOf(deed, show.Night), show.Night.Told, [.. show.TakeFacts(), .. overlapping.SelectMany(bid => bid.TakeFacts())]);
    }
}

using EasyGig.Web.Data;
using EasyGig.Web.Figures;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>How the director's own venues fare, all of them, one, or one stage.</summary>
public sealed class FiguresModel(EasyGigDb db, VenueFigures figures, IStringLocalizer<Text> text, TimeProvider clock) : FigurePage(text, clock)
{
    private List<OwnStage> _stages = [];

    /// <summary>A venue or a stage; what is none of the director's own is all of them.</summary>
    [BindProperty(SupportsGet = true, Name = "at")] public string? At { get; set; }

    public override Guid? Place => Guid.TryParse(At, out var at) && _stages.Any(stage => stage.IsAt(at)) ? at : null;

    public override IReadOnlyList<(Guid Id, string Name)> Places => _stages.Count < 2 ? [] : [.. _stages.GroupBy(stage => (stage.VenueId, stage.Venue)).SelectMany(venue =>
        venue.Select(stage => (stage.Id, $"{stage.Venue} – {stage.Name}")).Prepend((venue.Key.VenueId, venue.Key.Venue)).Skip(venue.Count() == 1 ? 1 : 0))];

    protected override async Task<TimeZoneInfo> ZoneAsync(CancellationToken ct)
    {
        _stages = await (
            from venue in db.VenuesOf(User.Id)
            join stage in db.Stages on venue.Id equals stage.VenueId
            orderby venue.Profile.Name, venue.Id, stage.Profile.Name
            select new OwnStage(stage.Id, stage.Profile.Name, venue.Id, venue.Profile.Name, venue.Profile.TimeZone)).ToListAsync(ct);
        return TimeZoneInfo.FindSystemTimeZoneById(_stages.FirstOrDefault(stage => Place is null || stage.IsAt(Place.Value))?.TimeZone ?? "UTC");
    }

    protected override async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken ct)
    {
        var chosen = _stages.Where(stage => Place is null || stage.IsAt(Place.Value)).ToList();
        var scope = new FigureScope([.. chosen.Select(stage => stage.VenueId).Distinct()], [.. chosen.Select(stage => stage.Id)]);
        return [.. await figures.FillAsync(scope, Period, ct), await figures.AnswersAsync(scope, Period, ct), await figures.SourcesAsync(scope, Period, ct)];
    }

    private sealed record OwnStage(Guid Id, string Name, Guid VenueId, string Venue, string TimeZone)
    {
        public bool IsAt(Guid place) => Id == place || VenueId == place;
    }
}

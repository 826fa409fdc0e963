using EasyGig.Web.Exports;
using EasyGig.Web.Figures;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages;

/// <summary>A page of figures, each a chart, its table, and a file with the same rows.</summary>
public abstract class FigurePage(IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    /// <summary>How many months back, as it was chosen; nonsense is the usual.</summary>
    [BindProperty(SupportsGet = true, Name = "months")] public string? Typed { get; set; }

    public FigurePeriod Period { get; private set; } = null!;
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Where else the figures can be narrowed down to, by the value that the address carries; empty where they cannot.</summary>
    public virtual IReadOnlyList<(Guid Id, string Name)> Places => [];

    /// <summary>The one of <see cref="Places"/> that is chosen.</summary>
    public virtual Guid? Place => null;

    public bool AnyDrawn => Figures.Any(figure => !figure.IsEmpty);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <param name="figure">Its key.</param>
    public async Task<IActionResult> OnGetCsvAsync(string? figure, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Figures.FirstOrDefault(one => one.Key == figure) is { } found ? Csv(found) : NotFound();
    }

    /// <summary>The address of a figure's file, narrowed down as the page is.</summary>
    public string CsvOf(Figure figure) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["handler"] = "Csv", ["figure"] = figure.Key, ["months"] = $"{Period.Count}", ["at"] = Place?.ToString(),
    });

    /// <summary>Whose clock says which month it is.</summary>
    protected virtual Task<TimeZoneInfo> ZoneAsync(CancellationToken ct) => Task.FromResult(TimeZoneInfo.Utc);

    protected abstract Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        Period = FigurePeriod.Read(Typed, clock.GetUtcNow(), await ZoneAsync(ct));
        Figures = await ReadAsync(ct);
    }

    private CsvAnswer<FigureRow> Csv(Figure figure) => new(figure.Key, figure.Rows.ToAsyncEnumerable(),
        [new(figure.Of, row => row.Name), .. figure.Columns.Select((column, index) => new CsvColumn<FigureRow>(column.Heading(text), row => row.Values[index]))]);
}

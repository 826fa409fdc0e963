using System.Globalization;
using EasyGig.Domain;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Figures;

/// <summary>What the numbers of a column are.</summary>
public enum FigureUnit { Count, Mean, Percent, Hours, Money }

/// <summary>How a figure is drawn: by bars side by side or one on top of the other, by a line, or by bars that lie under each other with their names.</summary>
public enum FigureShape { Bars, Stacked, Line, Ranking }

/// <param name="Name">In the reader's language.</param>
/// <param name="Currency">ISO 4217, of money.</param>
/// <param name="Drawn">Whether the chart shows it; what is drawn together is of one unit.</param>
public sealed record FigureColumn(string Name, FigureUnit Unit = FigureUnit.Count, string? Currency = null, bool Drawn = true)
{
    /// <summary>As a person reads it; a dash where there is nothing to tell.</summary>
    public string Say(decimal? value, IStringLocalizer text) => value is not { } number ? "–" : Unit switch
    {
        FigureUnit.Count => number.ToString("N0", CultureInfo.CurrentCulture),
        FigureUnit.Mean => number.ToString("N1", CultureInfo.CurrentCulture),
        FigureUnit.Percent => (number / 100).ToString("P0", CultureInfo.CurrentCulture),
        FigureUnit.Hours when number >= 72 => text["{0} days", (number / 24).ToString("#,0.#", CultureInfo.CurrentCulture)],
        FigureUnit.Hours => text["{0} h", number.ToString("#,0.#", CultureInfo.CurrentCulture)],
        FigureUnit.Money => MoneyFormat.Say(new(number, Currency!)),
    };

    /// <summary>Its heading where the numbers stand alone, without their unit.</summary>
    public string Heading(IStringLocalizer text) => Unit switch
    {
        FigureUnit.Percent => text["{0} (percent)", Name],
        FigureUnit.Hours => text["{0} (hours)", Name],
        FigureUnit.Money => $"{Name} ({Currency})",
        FigureUnit.Count or FigureUnit.Mean => Name,
    };
}

/// <param name="Values">One for each column of the figure; null where there is nothing to tell, which is not zero.</param>
public sealed record FigureRow(string Name, IReadOnlyList<decimal?> Values);

/// <summary>Numbers that people would rather look at than read: one table, from which the page, the chart and the file are made, so that they never differ.</summary>
/// <param name="Key">As the address of its file carries it.</param>
/// <param name="Of">What each row is: a month, a weekday.</param>
/// <param name="Said">All of it in a sentence.</param>
public sealed record Figure(string Key, string Title, FigureShape Shape, string Of, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows, string Said)
{
    /// <summary>What counts, and what does not.</summary>
    public required string Note { get; init; }

    public bool IsEmpty => Rows.All(row => row.Values.All(value => value is null or 0));

    /// <summary>So many of so many, as whole percent; null of none.</summary>
    public static decimal? Percent(long part, long whole) => whole == 0 ? null : Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>So many for each, to a tenth; null for none.</summary>
    public static decimal? Mean(long sum, long count) => count == 0 ? null : Math.Round((decimal)sum / count, 1, MidpointRounding.AwayFromZero);

    /// <summary>Hours to a tenth.</summary>
    public static decimal? Hours(double? hours) => hours is { } number ? Math.Round((decimal)number, 1, MidpointRounding.AwayFromZero) : null;
}

namespace EasyGig.Web.Paging;

/// <summary>The links under a list.</summary>
/// <param name="BeforeText">What lies before: "Earlier", "Newer"; in the reader's language.</param>
public sealed record PageLinks(string? Before, string BeforeText, string? After, string AfterText)
{
    /// <param name="address">The address of the page that begins at a cursor.</param>
    public static PageLinks Of<T>(ListPage<T> page, Func<string, string> address, string before, string after) =>
        new(page.Before is null ? null : address(page.Before), before, page.After is null ? null : address(page.After), after);
}

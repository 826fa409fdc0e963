namespace EasyGig.Tests.Slots;

/// <summary>The form of a slot as a director fills it in.</summary>
internal static class SlotForm
{
    /// <summary>What is typed for an ordinary night; later fields of the same name win.</summary>
    public static (string Name, object Value)[] Night(string date, string from, string to, params (string Name, object Value)[] rest) =>
    [
        ("Input.Date", date), ("Input.From", from), ("Input.To", to), ("Input.MinFee", "300"), ("Input.MaxFee", "500"),
        Genres("rock"), .. rest,
    ];

    public static (string Name, object Value) Genres(params string[] slugs) => ("Input.Genres", slugs);

    /// <summary>Opens the form for a new slot, fills it in and presses a button.</summary>
    public static async Task<PageView> NewSlotAsync(this Visitor browser, string button, params (string Name, object Value)[] fields) =>
        await browser.SubmitAsync(await browser.OpenAsync("/director/slots/new"), button, fields);
}

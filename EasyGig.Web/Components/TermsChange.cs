namespace EasyGig.Web.Components;

/// <summary>Something that terms say differently now, in the reader's words.</summary>
public sealed record TermsChange(string Name, string Before, string Now)
{
    /// <summary>What two versions, said line by line in the same order, say differently.</summary>
    public static IReadOnlyList<TermsChange> Between(IEnumerable<(string Name, string Value)> was, IEnumerable<(string Name, string Value)> now) =>
        [.. was.Zip(now).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => new TermsChange(pair.First.Name, pair.First.Value, pair.Second.Value))];
}

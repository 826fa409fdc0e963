namespace EasyGig.Domain;

/// <summary>Why EasyGig said no. The words are in the resources, in every language, under the rule's name.</summary>
/// <param name="Rule">The rule's one name. When the database keeps the rule, it is the constraint's name too.</param>
/// <param name="Field">The form field that the sentence belongs beside; empty when it is about the whole act.</param>
public sealed record Refusal(string Rule, string Field = "")
{
    /// <summary>Somebody else saved first.</summary>
    public static readonly Refusal Stale = new("stale");

    /// <summary>What the sentence names: numbers, dates, the other side of a clash.</summary>
    public IReadOnlyList<object> Args { get; private init; } = [];

    public Refusal About(params object[] args) => this with { Args = args };
}

namespace EasyGig.Domain.Searches;

/// <summary>Every way in which keeping a search can be refused.</summary>
public static class SearchRefusals
{
    /// <summary>The person keeps as many as one may.</summary>
    public static readonly Refusal Count = new("searches_count");

    /// <summary>The person keeps the very same search already.</summary>
    public static readonly Refusal Once = new("searches_once");

    /// <summary>It has no filter, so that everything would be found.</summary>
    public static readonly Refusal Narrow = new("searches_narrow");
    public static readonly Refusal NamePresent = new("searches_name_present", "Name");

    /// <summary>What tells nothing waits for no time to tell it.</summary>
    public static readonly Refusal Silent = new("searches_silent");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Count, Once, Narrow, NamePresent, Silent];
}

namespace EasyGig.Domain.Feeds;

/// <summary>Every way in which a link to a calendar can be refused.</summary>
public static class FeedRefusals
{
    /// <summary>The person has such a link already: two windows asked for it at once.</summary>
    public static readonly Refusal Once = new("feeds_once");

    // what only another program than this could try
    private static readonly Refusal OneSubject = new("feeds_one_subject"), Token = new("feeds_token");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Once, OneSubject, Token];
}

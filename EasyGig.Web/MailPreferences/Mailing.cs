using EasyGig.Domain.Mails;

namespace EasyGig.Web.MailPreferences;

/// <summary>Mails that their reader can end by a link in them.</summary>
public abstract record Mailing
{
    private Mailing() { }

    /// <summary>What some saved searches find.</summary>
    public sealed record OfSearches(IReadOnlyList<Guid> Searches) : Mailing;

    /// <summary>One group of a person's mails.</summary>
    public sealed record OfGroup(Guid PersonId, MailGroup Group) : Mailing;
}

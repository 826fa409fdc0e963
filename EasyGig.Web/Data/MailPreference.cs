using EasyGig.Domain.Mails;

namespace EasyGig.Web.Data;

/// <summary>A group of mails that a person does not want; the notices stay.</summary>
public sealed class MailPreference
{
    public required Guid PersonId { get; init; }
    public required MailGroup Unwanted { get; init; }
}

namespace EasyGig.Domain.Mails;

/// <summary>Whom a mail goes to.</summary>
/// <param name="PersonId">Null for somebody without an account.</param>
/// <param name="Address">The e-mail address alone, without a name.</param>
/// <param name="Culture">The language to write in: <c>en</c>, <c>it</c>.</param>
public sealed record Addressee(Guid? PersonId, string Address, string Culture);

/// <summary>What a mail carries, ready to send.</summary>
/// <param name="Subject">One line, at most 200 characters.</param>
/// <param name="Ics">A calendar file, if one goes with it.</param>
/// <param name="Unsubscribe">Where one click says that the reader wants no more of these (RFC 8058), if one can.</param>
public sealed record MailContent(string Subject, string Text, string Html, string? Ics = null, string? Unsubscribe = null);

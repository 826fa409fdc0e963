using System.Text;
using EasyGig.Domain;
using EasyGig.Domain.Mails;

namespace EasyGig.Web.Mail;

/// <summary>What a mail says, in the reader's language. <see cref="LetterHtml"/> draws it.</summary>
/// <param name="Subject">Made one line: it may hold names that people typed.</param>
/// <param name="Greeting">"Hi Ada,"</param>
/// <param name="Footer">Why the reader gets it.</param>
public sealed record Letter(string Subject, string Greeting, IReadOnlyList<string> Paragraphs, string Footer)
{
    private const int SubjectLength = 150;

    public string Subject { get; } = OneLine(Subject);

    /// <summary>What the reader looks up later: when, where, the fee.</summary>
    public IReadOnlyList<LetterFact> Facts { get; init; } = [];

    /// <summary>The one thing to do next.</summary>
    public LetterLink? Button { get; init; }

    /// <summary>What else the reader may want, in small letters at the end.</summary>
    public IReadOnlyList<LetterLink> Links { get; init; } = [];

    /// <summary>Where one click says that the reader wants no more of these (RFC 8058).</summary>
    public LetterLink? Unsubscribe { get; init; }

    /// <summary>The mail to put into the outbox.</summary>
    /// <param name="kind">The word of the fact: <c>confirmed</c>, or of the account's act: <c>confirm_email</c>.</param>
    /// <param name="ics">A calendar file that goes with it; see <see cref="Ics"/>.</param>
    public OutgoingMail To(Addressee to, string kind, DateTimeOffset now, Guid? slotId = null, Guid? bookingId = null, string? ics = null) =>
        new(kind, to, new(Subject, Text(), LetterHtml.Of(this, to.Culture), ics, Unsubscribe?.Address), now, slotId, bookingId);

    public string Text()
    {
        var text = new StringBuilder().Append(Greeting).Append("\n\n");
        foreach (var paragraph in Paragraphs) text.Append(paragraph.ReplaceLineEndings("\n")).Append("\n\n");
        foreach (var fact in Facts)
        {
            text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
            if (fact.Link is { } link) text.Append("  ").Append(link.AbsoluteUri).Append('\n');
        }
        if (Facts.Count > 0) text.Append('\n');
        if (Button is { } button) text.Append(button.Label).Append(":\n").Append(button.Address).Append("\n\n");
        text.Append("-- \n").Append(Footer).Append('\n');
        foreach (var more in Links) text.Append(more.Label).Append(": ").Append(more.Address).Append('\n');
        return text.ToString();
    }

    private static string OneLine(string text)
    {
        var words = new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split(null as char[], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Cut(SubjectLength);
    }
}

/// <summary>One line of a letter's list: "When", "Fri 1 May 2026, 20:00–23:00 (Rome)".</summary>
/// <param name="Link">Where more of it stands.</param>
public sealed record LetterFact(string Label, string Value, Uri? Link = null);

/// <summary>A button: what it says, and the absolute http(s) address where it leads.</summary>
public sealed record LetterLink(string Label, Uri Link)
{
    public string Address { get; } = Link is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? Link.AbsoluteUri
        : throw new ArgumentException("A mail is read far from the site: its links are absolute.", nameof(Link));
}

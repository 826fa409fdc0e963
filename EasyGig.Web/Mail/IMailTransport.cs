using EasyGig.Domain.Mails;

namespace EasyGig.Web.Mail;

/// <summary>Hands one mail to a mail server.</summary>
public interface IMailTransport
{
    /// <summary>Returns null once the server has taken the mail, or why it did not.</summary>
    Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken ct);
}

/// <summary>Why a mail did not go out.</summary>
/// <param name="ForGood">Whether another try would end the same way.</param>
public sealed record MailFailure(string Error, bool ForGood)
{
    /// <summary>What a server's answer means: 5xx is for good (RFC 5321, 4.2.1).</summary>
    /// <remarks>Not so the codes about our own sign-in (RFC 4954, 6): they are no fault of the mail, and somebody will mend them.</remarks>
    public static MailFailure Of(int code, Exception e) => new(Say(e), ForGood: code is >= 500 and < 600 and not (530 or 534 or 535 or 538));

    /// <summary>A fault on the way: no connection, no certificate, no answer.</summary>
    public static MailFailure OnTheWay(Exception e) => new(Say(e), ForGood: false);

    private static string Say(Exception e) => e.InnerException is { } inner ? $"{e.Message} {Say(inner)}" : e.Message;
}

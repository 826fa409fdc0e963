using System.Net.Mail;
using System.Text;
using EasyGig.Domain.Mails;

namespace EasyGig.Web.Mail;

/// <summary>How mails leave, read from <c>EasyGig:Mail</c>. The password comes from the environment or the user secrets.</summary>
public sealed record MailSettings
{
    /// <summary>The SMTP server; without one, mails stay queued.</summary>
    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public bool StartTls { get; init; } = true;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string From { get; init; } = "easygig@localhost";
    public string FromName { get; init; } = "EasyGig";

    /// <summary>What one mail may take, from the connection to the server's last answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the outbox is looked at.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    public bool Sends => !string.IsNullOrWhiteSpace(Host);

    public MailAddress Sender => new(From, FromName, Encoding.UTF8);

    /// <summary>The same for every try, so that a mailbox can tell a repeat.</summary>
    public string MessageIdOf(OutgoingMail mail) => $"{mail.Id}@{Sender.Host}";
}

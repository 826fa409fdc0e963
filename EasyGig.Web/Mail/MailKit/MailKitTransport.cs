using System.Net.Security;
using System.Text;
using EasyGig.Domain.Mails;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace EasyGig.Web.Mail;

/// <summary>Sends by MailKit: STARTTLS and every AUTH that both sides know.</summary>
/// <param name="trusts">Decides about the server's certificate in place of the system.</param>
public sealed class MailKitTransport(IOptions<MailSettings> options, RemoteCertificateValidationCallback? trusts = null) : IMailTransport
{
    private readonly MailSettings _settings = options.Value;

    public async Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_settings.Timeout);
        try
        {
            using var message = Compose(mail);
            using var client = new SmtpClient { ServerCertificateValidationCallback = trusts };
            await ConnectAsync(client, timeout.Token);
            try { await client.SendAsync(message, timeout.Token); }
            catch (SmtpCommandException e) { return MailFailure.Of((int)e.StatusCode, e); }
            await LeaveAsync(client, timeout.Token);
            return null;
        }
        catch (ParseException e) { return new(e.Message, ForGood: true); }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return MailFailure.OnTheWay(new TimeoutException($"No answer from {_settings.Host} within {_settings.Timeout}.", e));
        }
        catch (Exception e) when (e is not OperationCanceledException) { return MailFailure.OnTheWay(e); }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken ct)
    {
        await client.ConnectAsync(_settings.Host!, _settings.Port, _settings.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, ct);
        if (_settings.User is { Length: > 0 } user) await client.AuthenticateAsync(user, _settings.Password ?? "", ct);
    }

    /// <summary>The mail is taken: a server that hangs up without a goodbye must not make it go out again.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try { await client.DisconnectAsync(true, ct); }
        catch (Exception e) when (e is IOException or OperationCanceledException or MailKit.ProtocolException) { /* it is gone already */ }
    }

    private MimeMessage Compose(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = _settings.MessageIdOf(mail) };
        message.From.Add(new MailboxAddress(_settings.FromName, _settings.From));
        message.To.Add(MailboxAddress.Parse(mail.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // keeps out-of-office replies away
        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        if (mail.Ics is { } ics) body.Attachments.Add(Ics.FileName, Encoding.UTF8.GetBytes(ics), ContentType.Parse(Ics.ContentTypeOf(ics)));
        message.Body = body.ToMessageBody();
        return message;
    }
}

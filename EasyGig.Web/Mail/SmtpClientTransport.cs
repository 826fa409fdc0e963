using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using EasyGig.Domain.Mails;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Mail;

/// <summary>Sends by the platform's own SMTP client: nothing to restore, STARTTLS and AUTH LOGIN.</summary>
public sealed class SmtpClientTransport(IOptions<MailSettings> options) : IMailTransport
{
    private readonly MailSettings _settings = options.Value;

    public async Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_settings.Timeout);
        try
        {
            using var message = Compose(mail);
            using var client = new SmtpClient(_settings.Host, _settings.Port) { EnableSsl = _settings.StartTls };
            if (_settings.User is { Length: > 0 }) client.Credentials = new NetworkCredential(_settings.User, _settings.Password);
            // Its own Timeout does not count here, and a cancelled send still waits for the server: leave it, disposing hangs up.
            await client.SendMailAsync(message, timeout.Token).WaitAsync(timeout.Token);
            return null;
        }
        catch (FormatException e) { return new(e.Message, ForGood: true); }
        catch (SmtpException e) { return MailFailure.Of((int)e.StatusCode, e); }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return MailFailure.OnTheWay(new TimeoutException($"No answer from {_settings.Host} within {_settings.Timeout}.", e));
        }
    }

    private MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage(_settings.Sender, new MailAddress(mail.Address))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{_settings.MessageIdOf(mail)}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // keeps out-of-office replies away
        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{address}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        message.AlternateViews.Add(html);
        if (mail.Ics is { } ics) message.Attachments.Add(Invite(ics));
        return message;
    }

    private static Attachment Invite(string ics)
    {
        var type = new ContentType(Ics.ContentTypeOf(ics)) { Name = Ics.FileName };
        var invite = new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(ics)), type) { TransferEncoding = TransferEncoding.Base64 };
        invite.ContentDisposition!.FileName = Ics.FileName;
        return invite;
    }
}

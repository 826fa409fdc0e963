using EasyGig.Domain.Mails;
using EasyGig.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Mail;

/// <summary>A site's outbox beside a mail server that listens.</summary>
internal sealed class Outbox(EasyGigApp app) : IAsyncDisposable
{
    public SmtpSink Server { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.WithDbAsync(db => db.Mails.ExecuteDeleteAsync(Ct));
        await Server.DisposeAsync();
    }

    public Task<OutgoingMail> QueueAsync(string subject = "Hello") =>
        app.AddAsync(new OutgoingMail("confirmed", new(null, "ada@example.com", "en"), new(subject, "Hello", "<p>Hello</p>"), app.Clock.Now));

    public Task<OutgoingMail> ReadAsync(OutgoingMail mail) => app.WithDbAsync(db => db.Mails.SingleAsync(m => m.Id == mail.Id, Ct));

    /// <summary>One node's sender.</summary>
    public MailSender Sender()
    {
        var settings = new MailSettings { Host = "localhost", Port = Server.Port, User = "u", Password = "p", From = "easygig@example.com", Poll = TimeSpan.FromMilliseconds(20) };
        return new(app.Services.GetRequiredService<IServiceScopeFactory>(), TrustingTransport.To(Server, settings), Options.Create(settings), app.Clock, NullLogger<MailSender>.Instance);
    }

    public Task<int> SendAsync() => Sender().SendDueAsync(Ct);
}

using System.Collections.Concurrent;
using EasyGig.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Mail;

public sealed class MailLogTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R38_a_mail_that_fails_is_logged_by_its_number_not_by_whom_it_was_for()
    {
        await using var outbox = new Outbox(app);
        outbox.Server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no ada@example.com here" : null;
        var mail = await outbox.QueueAsync();
        var log = new Listener();
        var settings = new MailSettings { Host = "localhost", Port = outbox.Server.Port, User = "u", Password = "p", From = "easygig@example.com" };
        using var sender = new MailSender(app.Services.GetRequiredService<IServiceScopeFactory>(), TrustingTransport.To(outbox.Server, settings), Options.Create(settings), app.Clock, log);

        await sender.SendDueAsync(Ct);

        var line = Assert.Single(log.Lines);
        Assert.Contains(mail.Id.ToString(), line, StringComparison.Ordinal);
        Assert.DoesNotContain("@", line, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", (await outbox.ReadAsync(mail)).Error, StringComparison.Ordinal);
    }

    private sealed class Listener : ILogger<MailSender>
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}

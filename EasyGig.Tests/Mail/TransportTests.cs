using EasyGig.Domain.Mails;
using EasyGig.Web.Mail;

namespace EasyGig.Tests.Mail;

/// <summary>The transport that was built (MailKit with <c>-p:UseMailKit=true</c>) against a real server.</summary>
public sealed class TransportTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly SmtpSink _sink = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    [Fact]
    public async Task R38_a_mail_goes_out_encrypted_and_signed_in()
    {
        var mail = Mail();

        Assert.Null(await Transport().SendAsync(mail, Ct));

        var got = await _sink.NextAsync(Ct);
        Assert.True(got.Tls);
        Assert.Equal(("u", "easygig@example.com", "ada@example.com"), (got.User, got.From, got.To.Single()));
        Assert.Equal($"<{mail.Id}@example.com>", got.MessageId);
        Assert.Equal("auto-generated", got.Header("Auto-Submitted"));
    }

    [Fact]
    public async Task R38_text_html_and_calendar_arrive_as_they_were_written()
    {
        await Transport().SendAsync(Mail(subject: "Perché no? Grüße, Łódź 🎷", text: "Ciao è\n.\n..two dots\n.dot", html: "<p>\n.è</p>", ics: "BEGIN:VCALENDAR\r\nSUMMARY:è\r\n"), Ct);

        var got = await _sink.NextAsync(Ct);
        Assert.Equal("Perché no? Grüße, Łódź 🎷", got.Subject);
        Assert.StartsWith("multipart/mixed", got.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", got.Data, StringComparison.Ordinal);
        Assert.Equal("Ciao è\n.\n..two dots\n.dot", got.Part("text/plain").Text.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal("<p>\n.è</p>", got.Part("text/html").Text.ReplaceLineEndings("\n").TrimEnd());
        var (head, ics) = got.Part("text/calendar");
        Assert.Equal("BEGIN:VCALENDAR\r\nSUMMARY:è\r\n", ics);
        foreach (var part in (string[])["method=PUBLISH", "charset=utf-8", "attachment", "filename=", "invite.ics"])
            Assert.Contains(part, head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task R38_without_a_calendar_there_are_the_two_texts_only()
    {
        await Transport().SendAsync(Mail(), Ct);
        Assert.StartsWith("multipart/alternative", (await _sink.NextAsync(Ct)).Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_a_mail_that_can_be_ended_says_where_one_click_does_it()
    {
        var address = $"https://easygig.example/account/unsubscribe/one-click?token={new string('a', 600)}";
        await Transport().SendAsync(new("slot_published", new(null, "ada@example.com", "en"), new("Hello", "Hello\n", "<p>Hello</p>", Unsubscribe: address), Now), Ct);
        var got = await _sink.NextAsync(Ct);
        Assert.Equal(($"<{address}>", "List-Unsubscribe=One-Click"), (got.Header("List-Unsubscribe"), got.Header("List-Unsubscribe-Post")));

        await Transport().SendAsync(Mail(), Ct);
        Assert.Equal("", (await _sink.NextAsync(Ct)).Header("List-Unsubscribe"));
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", true)]
    [InlineData("RCPT", "451 try later", false)]
    [InlineData("MAIL", "421 busy", false)]
    [InlineData(".", "554 no spam", true)]
    [InlineData(".", "452 disk full", false)]
    [InlineData(".", "", false)]
    [InlineData("HELLO", "", false)]
    public async Task R38_what_the_server_answers_says_whether_to_try_again(string command, string reply, bool forGood)
    {
        _sink.Answer = line => line.StartsWith(command, StringComparison.Ordinal) ? reply : null;

        var failure = await Transport().SendAsync(Mail(), Ct);

        Assert.Equal(forGood, failure?.ForGood);
        if (reply.Length > 0) Assert.Contains(reply[4..], failure!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_a_wrong_password_is_no_fault_of_the_mail() =>
        Assert.False((await Transport(settings => settings with { Password = "wrong" }).SendAsync(Mail(), Ct))?.ForGood);

    [Fact]
    public async Task R38_a_server_without_encryption_gets_no_password()
    {
        _sink.Answer = line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 AUTH LOGIN PLAIN" : null;
        Assert.False((await Transport().SendAsync(Mail(), Ct))?.ForGood);
        Assert.Equal(0, _sink.Waiting);
    }

    [Fact]
    public async Task R38_a_stranger_certificate_is_not_trusted()
    {
        await using var stranger = new SmtpSink();
        Assert.False((await Transport(settings => settings with { Port = stranger.Port }).SendAsync(Mail(), Ct))?.ForGood);
        Assert.Equal(0, stranger.Waiting);
    }

    [Fact]
    public async Task R38_a_server_that_does_not_answer_is_left()
    {
        _sink.Hold = Task.Delay(Timeout.Infinite, Ct);
        var failure = await Transport(settings => settings with { Timeout = TimeSpan.FromSeconds(1) }).SendAsync(Mail(), Ct);
        Assert.False(failure?.ForGood);
    }

    [Fact]
    public async Task R38_no_server_at_all_is_no_fault_of_the_mail()
    {
        var transport = Transport();
        await _sink.DisposeAsync();
        Assert.False((await transport.SendAsync(Mail(), Ct))?.ForGood);
    }

    [Fact]
    public async Task R38_an_address_that_is_none_fails_for_good() =>
        Assert.True((await Transport().SendAsync(Mail(to: "nobody at all"), Ct))?.ForGood);

    private static OutgoingMail Mail(string to = "ada@example.com", string subject = "Hello", string text = "Hello\n", string html = "<p>Hello</p>", string? ics = null) =>
        new("confirmed", new(null, to, "en"), new(subject, text, html, ics), Now);

    private IMailTransport Transport(Func<MailSettings, MailSettings>? change = null)
    {
        var settings = new MailSettings { Host = "localhost", Port = _sink.Port, User = "u", Password = "p", From = "easygig@example.com" };
        return TrustingTransport.To(_sink, change?.Invoke(settings) ?? settings);
    }
}

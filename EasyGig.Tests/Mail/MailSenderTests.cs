using EasyGig.Domain.Mails;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Mail;

public sealed class MailSenderTests(EasyGigApp app) : IClassFixture<EasyGigApp>, IAsyncLifetime
{
    private Outbox _outbox = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _outbox = new(app);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public async Task R38_what_is_queued_goes_out_once_and_the_longest_due_first()
    {
        for (var n = 1; n <= 3; n++)
        {
            await _outbox.QueueAsync($"Mail {n}");
            app.Clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(3, await _outbox.SendAsync());
        Assert.Equal(0, await _outbox.SendAsync());

        foreach (var n in (int[])[1, 2, 3]) Assert.Equal($"Mail {n}", (await _outbox.Server.NextAsync(Ct)).Subject);
        Assert.True(await app.WithDbAsync(db => db.Mails.AllAsync(mail => mail.State == MailState.Sent && mail.SentAt == app.Clock.Now, Ct)));
    }

    [Fact]
    public async Task R38_four_nodes_that_send_at_once_send_each_mail_once()
    {
        for (var n = 0; n < 40; n++) await _outbox.QueueAsync($"Mail {n}");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => { while (await _outbox.SendAsync() > 0) { } }, Ct)));

        var subjects = new HashSet<string>();
        while (_outbox.Server.Waiting > 0) Assert.True(subjects.Add((await _outbox.Server.NextAsync(Ct)).Subject));
        Assert.Equal(40, subjects.Count);
    }

    [Fact]
    public async Task R38_a_mail_that_the_server_puts_off_is_tried_again_when_it_is_due()
    {
        var mail = await _outbox.QueueAsync();
        _outbox.Server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "451 greylisted" : null;
        await _outbox.SendAsync();
        var put = await _outbox.ReadAsync(mail);
        Assert.Equal((MailState.Queued, 1, app.Clock.Now.AddMinutes(1)), (put.State, put.Attempts, put.DueAt));
        Assert.Contains("greylisted", put.Error, StringComparison.Ordinal);

        _outbox.Server.Answer = _ => null;
        Assert.Equal(0, await _outbox.SendAsync());
        app.Clock.Now = put.DueAt;
        Assert.Equal(1, await _outbox.SendAsync());

        var sent = await _outbox.ReadAsync(mail);
        Assert.Equal((MailState.Sent, 2, null), (sent.State, sent.Attempts, sent.Error));
    }

    [Fact]
    public async Task R38_a_mail_that_the_server_refuses_fails_at_once_and_says_why()
    {
        var mail = await _outbox.QueueAsync();
        _outbox.Server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such user" : null;

        await _outbox.SendAsync();

        var failed = await _outbox.ReadAsync(mail);
        Assert.Equal(MailState.Failed, failed.State);
        Assert.Contains("no such user", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_a_mail_that_never_gets_through_is_given_up_after_two_days()
    {
        var mail = await _outbox.QueueAsync();
        _outbox.Server.Answer = line => line == "HELLO" ? "421 closed" : null;
        while (await _outbox.SendAsync() > 0) app.Clock.Now = (await _outbox.ReadAsync(mail)).DueAt;

        var failed = await _outbox.ReadAsync(mail);
        Assert.Equal((MailState.Failed, OutgoingMail.MaxAttempts), (failed.State, failed.Attempts));
    }

    [Fact]
    public async Task R38_a_mail_whose_sender_was_killed_goes_out_again_under_the_same_message_id()
    {
        var mail = await _outbox.QueueAsync();
        var answered = new TaskCompletionSource();
        _outbox.Server.Hold = answered.Task;
        var killed = _outbox.SendAsync(); // it waits for the server's answer, and nothing of what it does then counts
        var first = await _outbox.Server.NextAsync(Ct);
        Assert.Equal(MailState.Sending, (await _outbox.ReadAsync(mail)).State);
        Assert.Equal(0, await _outbox.SendAsync());

        app.Clock.Now += OutgoingMail.Lease;
        _outbox.Server.Hold = Task.CompletedTask;
        Assert.Equal(1, await _outbox.SendAsync());

        Assert.Equal(first.MessageId, (await _outbox.Server.NextAsync(Ct)).MessageId);
        answered.SetResult();
        await killed; // it lives after all: the later sender's word stands
        Assert.Equal((MailState.Sent, 2), ((await _outbox.ReadAsync(mail)).State, (await _outbox.ReadAsync(mail)).Attempts));
    }

    [Fact]
    public async Task R38_a_node_that_stops_finishes_the_mail_in_its_hands_and_gives_the_others_back()
    {
        var (first, second) = (await _outbox.QueueAsync("first"), await _outbox.QueueAsync("second"));
        using var stop = new CancellationTokenSource();
        var answered = new TaskCompletionSource();
        _outbox.Server.Hold = answered.Task;
        var sending = _outbox.Sender().SendDueAsync(stop.Token);
        await _outbox.Server.NextAsync(Ct);

        await stop.CancelAsync();
        answered.SetResult();
        await sending;

        OutgoingMail[] both = [await _outbox.ReadAsync(first), await _outbox.ReadAsync(second)];
        Assert.Equal([(MailState.Sent, 1), (MailState.Queued, 0)], both.Select(m => (m.State, m.Attempts)).OrderByDescending(m => m.Attempts));
    }

    [Fact]
    public async Task R38_a_node_looks_into_the_outbox_by_itself_until_it_is_stopped()
    {
        using var sender = _outbox.Sender();
        await sender.StartAsync(Ct);
        var mail = await _outbox.QueueAsync();

        Assert.Equal($"<{mail.Id}@example.com>", (await _outbox.Server.NextAsync(Ct)).MessageId);

        await sender.StopAsync(Ct);
        Assert.Equal(MailState.Sent, (await _outbox.ReadAsync(mail)).State);
    }

    [Fact]
    public async Task R38_the_database_refuses_a_header_of_two_lines_and_a_step_that_is_none()
    {
        var mail = await _outbox.QueueAsync();
        Assert.Equal(MailRefusals.HeadersOneLine.Rule, await RuleOfAsync($"UPDATE mails SET subject = E'a\r\nBcc: b' WHERE id = '{mail.Id}'"));
        Assert.Equal(MailRefusals.Step.Rule, await RuleOfAsync($"UPDATE mails SET state = 'sent', sent_at = now() WHERE id = '{mail.Id}'"));
        Assert.Equal(MailRefusals.SentAtPresent.Rule, await RuleOfAsync($"UPDATE mails SET sent_at = now() WHERE id = '{mail.Id}'"));
        Assert.Equal(MailRefusals.ErrorPresent.Rule, await RuleOfAsync($"UPDATE mails SET state = 'sending' WHERE id = '{mail.Id}'; UPDATE mails SET state = 'failed' WHERE id = '{mail.Id}'"));
    }

    private async Task<string?> RuleOfAsync(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        return (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).ConstraintName;
    }
}

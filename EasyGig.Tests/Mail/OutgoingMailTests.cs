using EasyGig.Domain.Mails;

namespace EasyGig.Tests.Mail;

public sealed class OutgoingMailTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static OutgoingMail Mail() => new("confirmed", new(null, "ada@example.com", "en"), new("Hello", "Hello", "<p>Hello</p>"), Now);

    [Fact]
    public void R38_tries_come_after_1_5_15_and_60_minutes_then_every_3_hours_for_two_days()
    {
        var mail = Mail();
        var waits = new List<double>();
        var at = Now;
        while (mail.Claim(at) is null)
        {
            mail.Retry("451 later", at);
            waits.Add((mail.DueAt - at).TotalMinutes);
            at = mail.DueAt;
        }

        Assert.Equal(MailState.Failed, mail.State);
        Assert.Equal([1, 5, 15, 60, 180], waits.Take(5));
        Assert.InRange(at - Now, TimeSpan.FromHours(44), TimeSpan.FromHours(52));
    }

    [Fact]
    public void R38_a_mail_that_a_killed_server_left_is_taken_up_after_the_lease_and_not_before()
    {
        var mail = Mail();
        Assert.Null(mail.Claim(Now));
        Assert.Equal(MailRefusals.Step, mail.Claim(Now + OutgoingMail.Lease - TimeSpan.FromSeconds(1)));
        Assert.Null(mail.Claim(Now + OutgoingMail.Lease));
        Assert.Equal(2, mail.Attempts);
    }

    [Fact]
    public void R38_a_mail_given_back_was_not_tried()
    {
        var mail = Mail();
        mail.Claim(Now);
        Assert.Null(mail.Release(Now));
        Assert.Equal((MailState.Queued, 0, Now), (mail.State, mail.Attempts, mail.DueAt));
    }

    [Fact]
    public void R38_only_a_failed_mail_is_sent_again_and_as_another_mail()
    {
        var mail = Mail();
        Assert.Equal(MailRefusals.NotFailed, mail.Again(Now).Refusal);
        mail.Claim(Now);
        mail.GiveUp("550 no such user");
        var copy = mail.Again(Now.AddDays(1)).Copy!;
        Assert.Equal((mail.Id, MailState.Queued, mail.Html), (copy.CopyOf, copy.State, copy.Html));
        Assert.NotEqual(mail.Id, copy.Id);
    }
}

using System.Diagnostics.Metrics;
using EasyGig.Domain;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>What EasyGig counts of its own work, by words of which there are few; never by person, place or record.</summary>
internal static class Counts
{
    private static readonly Meter Meter = new("EasyGig");
    private static readonly Counter<long> Facts = Meter.CreateCounter<long>("easygig.facts", description: "What happened, by its word: applied, accepted, confirmed, …");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("easygig.refusals", description: "What people were refused, by the rule that said no.");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("easygig.mails", description: "Tries to send a mail, by the state that each ended in: sent, queued for another, failed.");
    private static readonly Gauge<double> Waiting = Meter.CreateGauge<double>("easygig.mails.waiting", description: "Mails in the outbox that have not gone out.");
    private static readonly Gauge<double> Overdue = Meter.CreateGauge<double>("easygig.mails.overdue", "s", "How long the oldest of them waits beyond the moment at which it should have gone out.");

    private static readonly Gauge<double> Failing = Meter.CreateGauge<double>("easygig.deadlines.failing", description: "Deadlines that ran into trouble and are tried again.");
    private static readonly Gauge<double> Late = Meter.CreateGauge<double>("easygig.deadlines.overdue", "s", "How long the longest due deadline waits beyond its time.");

    private static readonly UpDownCounter<int> Pages = Meter.CreateUpDownCounter<int>("easygig.live.pages", description: "Pages that people have open and that hear of changes.");

    /// <param name="pages">1 for one more, -1 for one less.</param>
    public static void Opened(int pages) => Pages.Add(pages);

    public static void Happened(FactKind fact) => Facts.Add(1, new KeyValuePair<string, object?>("fact", Word.Of(fact)));

    public static void Refused(Refusal refusal) => Refusals.Add(1, new KeyValuePair<string, object?>("rule", refusal.Rule));

    public static void Tried(MailState ended) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", Word.Of(ended)));

    public static void Wait(double mails, double overdueSeconds)
    {
        Waiting.Record(mails);
        Overdue.Record(overdueSeconds);
    }

    public static void Await(double failing, double overdueSeconds)
    {
        Failing.Record(failing);
        Late.Record(overdueSeconds);
    }
}

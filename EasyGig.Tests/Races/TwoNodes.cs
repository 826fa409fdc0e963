using System.Diagnostics;
using EasyGig.Tests.Hosting;
using EasyGig.Tests.Mail;
using EasyGig.Web.Hosting.Postgres;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Two nodes in processes of their own on a PostgreSQL of their own, each of which can be killed, and a mail server.</summary>
public class TwoNodes : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly PgFixture _postgres;
    private readonly HashSet<string> _received = [];
    private EmbeddedPostgres? _again;
    private int _visitors;

    public TwoNodes() => (_postgres, Mails) = (new(_folder.Path, durable: true), new() { Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "250 ok" : null });

    /// <summary>Looks into the database, and sets the scene.</summary>
    public EasyGigApp App { get; private set; } = null!;

    /// <summary>Whether they let come what is due. By their clock, the real one, what a scene brought about lies at some other time.</summary>
    protected virtual bool Ticks => false;

    private SmtpSink Mails { get; }

    private List<SiteProcess> Nodes { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        App = new(_postgres);
        await App.InitializeAsync();
        Nodes.AddRange(await Task.WhenAll(StartNodeAsync(), StartNodeAsync()));
    }

    public void KillNode() => Nodes[0].Kill();

    public async Task ReplaceNodeAsync()
    {
        Nodes[0].Dispose();
        Nodes[0] = await StartNodeAsync();
    }

    private Task<SiteProcess> StartNodeAsync() => SiteProcess.StartAsync(App.Owner.ConnectionString, Mails, Ticks, Ct);

    /// <summary>Somebody who signed in behind a balancer: it sends every other visitor to the second node, and all to one that lives.</summary>
    public async Task<Visitor> SignInAsync(Person person)
    {
        var browser = new Visitor(new(new Balancer(Nodes, _visitors++)) { BaseAddress = new("http://127.0.0.1"), Timeout = TimeSpan.FromMinutes(2) });
        await browser.SubmitAsync(await browser.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password));
        return browser;
    }

    public async Task KillPostgresAsync()
    {
        using var server = Process.GetProcessById(PostmasterPid.Read(_folder.Below("data"))!.Pid);
        server.Kill();
        await server.WaitForExitAsync(Ct);
    }

    public async Task StartPostgresAsync()
    {
        if (_again is not null) await _again.DisposeAsync();
        _again = await EmbeddedPostgres.StartAsync(_folder.Path, ct: Ct);
        App.Site.Clear();
        App.Owner.Clear();
    }

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var watch = Stopwatch.StartNew(); !await so(); await Task.Delay(50, Ct)) Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "It did not come about.");
    }

    /// <summary>Each mail has come in, under its own Message-ID; what a killed node had in its hands, once its time with them is over.</summary>
    public async Task AssertMailedAsync()
    {
        await UntilAsync(() => App.WithDbAsync(async db => !await db.Mails.AnyAsync(m => m.State == Domain.Mails.MailState.Queued && m.Attempts == 0, Ct)));
        await UntilAsync(async () =>
        {
            // taken two seconds ago and not sent: who took it is dead, and nobody waits for the end of its ten minutes
            await App.WithDbAsync(db => db.Database.ExecuteSqlAsync(
                $"UPDATE mails SET due_at = created_at WHERE state IN ('queued', 'sending') AND due_at BETWEEN now() + interval '10 seconds' AND now() + interval '9 minutes 58 seconds'", Ct));
            return !await App.WithDbAsync(db => db.Mails.AnyAsync(m => m.State != Domain.Mails.MailState.Sent, Ct));
        });
        while (Mails.Waiting > 0) _received.Add((await Mails.NextAsync(Ct)).MessageId);
        var queued = await App.WithDbAsync(db => db.Mails.Select(m => m.Id).ToListAsync(Ct));
        Assert.Equal(queued.Select(id => $"<{id}@localhost>").Order(), _received.Order());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in Nodes) node.Dispose();
        if (_again is not null) await _again.DisposeAsync();
        await App.DisposeAsync();
        await Mails.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class Balancer(List<SiteProcess> nodes, int number) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var node = nodes[number % nodes.Count] is { Lives: true } own ? own : nodes.First(other => other.Lives);
            request.RequestUri = new(node.Address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace EasyGig.Tests.Mail;

/// <summary>A small real SMTP server in the test process: STARTTLS, AUTH PLAIN and LOGIN (u, p), and whatever a test makes it answer.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ReceivedMail> _mails = Channel.CreateUnbounded<ReceivedMail>();
    private readonly Task _accepting;

    public SmtpSink()
    {
        Certificate = SelfSigned();
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    public X509Certificate2 Certificate { get; }
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Given a command (<c>HELLO</c> at the start, <c>.</c> at the end of a mail), another answer than the usual; "" hangs up.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>The server answers the end of a mail when this has ended.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>The next mail that came in whole, whether or not it was then accepted.</summary>
    public ValueTask<ReceivedMail> NextAsync(CancellationToken ct) => _mails.Reader.ReadAsync(ct);

    /// <summary>How many came in that nobody has looked at.</summary>
    public int Waiting => _mails.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        Certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (OperationCanceledException) { /* the test is over */ }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var talk = new SmtpTalk(client.GetStream(), Certificate, Answer, _stop.Token);
        try
        {
            await foreach (var mail in talk.MailsAsync())
            {
                _mails.Writer.TryWrite(mail);
                await Hold.WaitAsync(_stop.Token);
                await talk.SayAsync(".", "250 queued");
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException) { /* somebody hung up */ }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EasyGig.Tests.Mail;

/// <summary>The server's side of one SMTP connection.</summary>
internal sealed class SmtpTalk(Stream stream, X509Certificate2 certificate, Func<string, string?> answer, CancellationToken stop)
{
    private Stream _stream = stream;
    private string? _user, _from;
    private List<string> _to = [];
    private bool _tls;

    /// <summary>The mails that come in. The caller answers each by <see cref="SayAsync"/> before it asks for the next.</summary>
    public async IAsyncEnumerable<ReceivedMail> MailsAsync()
    {
        await SayAsync("HELLO", "220 sink ESMTP");
        while (await LineAsync() is { } line)
        {
            if (line == "QUIT") { await SayAsync(line, "221 bye"); yield break; }
            if (line != "DATA") { await ReplyAsync(line); continue; }
            await SayAsync(line, "354 go");
            yield return new(_from ?? "", _to, await DataAsync(), _tls, _user);
        }
    }

    public async Task SayAsync(string command, string usual)
    {
        var reply = answer(command) ?? usual;
        if (reply.Length == 0) throw new IOException("hung up");
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), stop);
    }

    private Task ReplyAsync(string line) => line.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => SayAsync(line, $"250-sink\r\n250-8BITMIME\r\n250 {(_tls ? "AUTH LOGIN PLAIN" : "STARTTLS")}"),
        "HELO" or "RSET" or "NOOP" => SayAsync(line, "250 ok"),
        "STARTTLS" => StartTlsAsync(line),
        "AUTH" => AuthAsync(line),
        "MAIL" => MailAsync(line),
        "RCPT" => RecipientAsync(line),
        _ => SayAsync(line, "502 what"),
    };

    private async Task StartTlsAsync(string line)
    {
        await SayAsync(line, "220 go");
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
        (_stream, _tls) = (tls, true);
    }

    private async Task AuthAsync(string line)
    {
        var words = line.Split(' ');
        string name, password;
        if (words[1] == "PLAIN")
        {
            var parts = Decode(words.Length > 2 ? words[2] : await AskAsync("")).Split('\0');
            (name, password) = (parts[1], parts[2]);
        }
        else
        {
            name = Decode(words.Length > 2 ? words[2] : await AskAsync("Username:"));
            password = Decode(await AskAsync("Password:"));
        }
        if ((name, password) == ("u", "p")) _user = name;
        await SayAsync("AUTH", _user is null ? "535 wrong" : "235 ok");
    }

    private Task MailAsync(string line)
    {
        (_from, _to) = (Address(line), []);
        return SayAsync(line, _user is null ? "530 sign in first" : "250 ok");
    }

    private Task RecipientAsync(string line)
    {
        _to.Add(Address(line));
        return SayAsync(line, "250 ok");
    }

    private async Task<string> DataAsync()
    {
        var data = new StringBuilder();
        while (await LineAsync() is { } line)
            if (line == ".") return data.ToString();
            else data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        throw new IOException("hung up in the middle of a mail, which is therefore none");
    }

    private async Task<string> AskAsync(string question)
    {
        await SayAsync("334", $"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(question))}");
        return await LineAsync() ?? "";
    }

    /// <summary>Read byte by byte, so that nothing is read past STARTTLS.</summary>
    private async Task<string?> LineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}

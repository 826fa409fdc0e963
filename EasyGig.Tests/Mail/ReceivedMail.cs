using System.Text;
using System.Text.RegularExpressions;

namespace EasyGig.Tests.Mail;

/// <summary>A mail as it came over the wire.</summary>
/// <param name="User">Who signed in to send it.</param>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Data, bool Tls, string? User)
{
    public string Subject => EncodedWord().Replace(Header("Subject"), word => word.Groups["how"].Value is "B" or "b"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
        : Uri.UnescapeDataString(word.Groups["text"].Value.Replace('_', ' ').Replace('=', '%')));

    public string MessageId => Header("Message-I[Dd]");

    /// <summary>A header's value, unfolded; "" when there is none.</summary>
    public string Header(string name) => Value(Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)], name);

    /// <summary>The header and the decoded text of the first part of that type.</summary>
    public (string Head, string Text) Part(string type)
    {
        var part = Data.Split("\r\n--").Skip(1).Single(part => Value(part, "Content-Type").StartsWith(type, StringComparison.OrdinalIgnoreCase));
        var (head, body) = (part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)], part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        return (Fold().Replace(head, " "), Decode(Value(head, "Content-Transfer-Encoding"), body));
    }

    private static string Decode(string encoding, string body) => encoding.ToUpperInvariant() switch
    {
        "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
        "QUOTED-PRINTABLE" => QuotedBytes().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal),
            run => Encoding.UTF8.GetString(Convert.FromHexString(run.Value.Replace("=", "", StringComparison.Ordinal)))),
        _ => body,
    };

    private static string Value(string head, string name) =>
        Regex.Match(Fold().Replace($"\r\n{head}\r\n", " "), $"\r\n{name}: *(.*?)\r\n", RegexOptions.IgnoreCase).Groups[1].Value;

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=\s*", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(=[0-9A-F]{2})+")]
    private static partial Regex QuotedBytes();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();
}

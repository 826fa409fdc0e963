using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EasyGig.Web.Mail;

/// <summary>Draws a letter as one plain column, readable with and without style, from dark to light and by ear.</summary>
internal static class LetterHtml
{
    private const string Font = "font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Letter letter, string culture) => $"""
        <!doctype html>
        <html lang="{E(culture)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{E(letter.Subject)}</title>
        </head>
        <body style="margin:0;padding:24px 16px;background:#faf8f4;color:#15131f;{Font}">
        <main style="max-width:560px;margin:0 auto">
        <p style="margin:0 0 24px;font-size:20px;font-weight:700">EasyGig</p>
        <p style="margin:0 0 16px">{E(letter.Greeting)}</p>
        {string.Concat(letter.Paragraphs.Select(Paragraph))}{Facts(letter)}{Button(letter)}<hr style="margin:32px 0 16px;border:0;border-top:1px solid #d8d4cc">
        <p style="margin:0;font-size:14px;color:#5c5866">{Lines(letter.Footer)}{string.Concat(letter.Links.Select(link => $"<br>{Link(link.Address, E(link.Label))}"))}</p>
        </main>
        </body>
        </html>

        """;

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 16px\">{Lines(text)}</p>\n";

    private static string Facts(Letter letter) => letter.Facts.Count == 0 ? "" : $"""
        <dl style="margin:24px 0;padding:12px 16px;background:#ffffff;border:1px solid #d8d4cc;border-radius:8px">
        {string.Concat(letter.Facts.Select(fact => $"""
        <dt style="margin:4px 0 0;font-size:14px;color:#5c5866">{E(fact.Label)}</dt>
        <dd style="margin:0 0 8px;font-weight:600">{(fact.Link is { } link ? Link(link.AbsoluteUri, Lines(fact.Value)) : Lines(fact.Value))}</dd>

        """))}</dl>

        """;

    private static string Button(Letter letter) => letter.Button is not { } button ? "" : $"""
        <p style="margin:24px 0"><a href="{E(button.Address)}" style="display:inline-block;padding:12px 20px;background:#d7263d;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none">{E(button.Label)}</a></p>

        """;

    private static string Link(string address, string html) => $"<a href=\"{E(address)}\" style=\"color:inherit\">{html}</a>";

    private static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(E));

    private static string E(string text) => Encoder.Encode(text);
}

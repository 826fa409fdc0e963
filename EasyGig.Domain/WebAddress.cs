namespace EasyGig.Domain;

/// <summary>Addresses of the web as people type them, one a line.</summary>
public static class WebAddress
{
    private const int Longest = 500;

    /// <returns>The addresses; or the number, from 1, of the first that is none: http(s), at most 500 characters, and no user
    /// and password before the host, which make an address look like another's.</returns>
    public static (IReadOnlyList<string> Addresses, int? Wrong) Lines(string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong = Array.FindIndex(lines, line => !IsOne(line));
        return wrong < 0 ? (lines, null) : ([], wrong + 1);
    }

    private static bool IsOne(string text) => text.Length <= Longest
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0;
}

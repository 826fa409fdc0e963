namespace EasyGig.Domain.Files;

/// <summary>Check sums as file formats keep them, over the polynomial 0x04C11DB7.</summary>
internal static class Crc32
{
    private static readonly uint[] Reflected = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320;
        return sum;
    })];

    private static readonly uint[] Straight = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var sum = (uint)value << 24;
        for (var bit = 0; bit < 8; bit++) sum = (sum & 0x80000000) == 0 ? sum << 1 : sum << 1 ^ 0x04C11DB7;
        return sum;
    })];

    /// <summary>As PNG has it: lowest bit first, inverted before and after (ISO 3309).</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var next in bytes) sum = Reflected[(byte)(sum ^ next)] ^ sum >> 8;
        return ~sum;
    }

    /// <summary>As Ogg has it: highest bit first, beginning at 0 and not inverted (RFC 3533).</summary>
    public static uint OfOgg(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var next in bytes) sum = sum << 8 ^ Straight[(byte)(sum >> 24 ^ next)];
        return sum;
    }
}

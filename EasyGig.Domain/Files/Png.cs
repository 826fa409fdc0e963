using System.Buffers.Binary;
using System.Text;

namespace EasyGig.Domain.Files;

/// <summary>PNG (ISO/IEC 15948): a signature and chunks, each with its length, type and check sum.</summary>
internal static class Png
{
    private const int Frame = 12; // length, type and check sum of a chunk

    // what says how the picture is shown; texts, times, previews and Exif do not
    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Null when a chunk is not what it says, one is missing, or the end is.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(Signature);
        (int Width, int Height)? size = null;
        var drawn = false;
        for (var rest = file[Signature.Length..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame) return null;
            var chunk = rest[..((int)length + Frame)];
            var body = chunk[8..^4];
            var type = Encoding.ASCII.GetString(chunk[4..8]);
            if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) return null;
            if (type is "IHDR" == size is not null || type is "IHDR" && body.Length != 13) return null; // first, and once
            if (type is "IHDR") size = (Side(body), Side(body[4..]));
            drawn |= type is "IDAT";
            if (Kept.Contains(type)) clean.Write(chunk);
            else if (char.IsAsciiLetterUpper(type[0])) return null; // a chunk without which it cannot be shown, and that nobody knows
            if (type is "IEND") return drawn && body.Length == 0 ? new(FileFormat.Png, clean.ToArray()) { Width = size!.Value.Width, Height = size.Value.Height } : null;
            rest = rest[chunk.Length..];
        }
        return null;
    }

    private static int Side(ReadOnlySpan<byte> from) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(from), int.MaxValue);
}

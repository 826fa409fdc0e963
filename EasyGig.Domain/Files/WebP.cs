using System.Buffers.Binary;
using System.Text;

namespace EasyGig.Domain.Files;

/// <summary>WebP (RFC 9649): a RIFF file of chunks, each with its type and length; a still picture only.</summary>
internal static class WebP
{
    private const byte Animated = 0x02, Xmp = 0x04, Exif = 0x08;

    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Null when a chunk is not what it says, the picture moves, or the end is missing.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < 4 || length > file.Length - 8) return null;
        using var clean = new MemoryStream(file.Length);
        clean.Write(file[..12]);
        (int Width, int Height)? canvas = null, size = null;
        for (var rest = file[12..(8 + (int)length)]; rest.Length > 0;)
        {
            if (rest.Length < 8) return null;
            var bodyLength = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (bodyLength > rest.Length - 8) return null;
            var chunk = rest[..Math.Min(rest.Length, 8 + (int)bodyLength + (int)(bodyLength & 1))].ToArray();
            var body = chunk.AsSpan(8, (int)bodyLength);
            switch (Encoding.ASCII.GetString(chunk, 0, 4))
            {
                case "VP8X" when canvas is null && size is null && body.Length == 10 && (body[0] & Animated) == 0:
                    canvas = (1 + Number(body[4..], 3), 1 + Number(body[7..], 3));
                    body[0] &= unchecked((byte)~(Xmp | Exif));
                    break;
                case "VP8 " when size is null && body.Length >= 10 && (body[0] & 1) == 0 && body[3..6] is [0x9D, 0x01, 0x2A]:
                    size = (Number(body[6..], 2) & 0x3FFF, Number(body[8..], 2) & 0x3FFF);
                    break;
                case "VP8L" when size is null && body.Length >= 5 && body[0] == 0x2F:
                    size = (1 + (Number(body[1..], 2) & 0x3FFF), 1 + (Number(body[2..], 3) >> 6 & 0x3FFF));
                    break;
                case "ALPH" or "ICCP" when canvas is not null && size is null:
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ALPH" or "ICCP" or "ANIM" or "ANMF":
                    return null;
                default:
                    rest = rest[chunk.Length..];
                    continue; // Exif, XMP, and what nobody knows
            }
            clean.Write(chunk);
            rest = rest[chunk.Length..];
        }
        return size is not { } found || canvas is { } whole && whole != found ? null : Made(clean.ToArray(), found);
    }

    private static CleanFile Made(byte[] bytes, (int Width, int Height) size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return new(FileFormat.Webp, bytes) { Width = size.Width, Height = size.Height };
    }

    private static int Number(ReadOnlySpan<byte> from, int length) => length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(from) : from[0] | from[1] << 8 | from[2] << 16;
}

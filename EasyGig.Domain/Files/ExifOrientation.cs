using System.Buffers.Binary;

namespace EasyGig.Domain.Files;

/// <summary>The one thing that is kept of what a camera noted (Exif 2.32): which way up the picture is. Telephones turn no pixels.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;

    /// <summary>2 to 8 where the picture is to be turned or mirrored (5 to 8: by a quarter); null where it is as it should be, or nothing is said.</summary>
    public static int? Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14) return null;
        var tiff = segment[6..];
        var little = tiff.StartsWith("II"u8);
        var offset = Number(tiff[4..], 4, little);
        if (offset > tiff.Length - 2) return null;
        var entries = tiff[((int)offset + 2)..];
        for (var left = Number(tiff[(int)offset..], 2, little); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
            if (Number(entries, 2, little) == Tag && Number(entries[2..], 2, little) == Short)
                return Number(entries[8..], 2, little) is >= 2 and <= 8 and var turned ? (int)turned : null;
        return null;
    }

    /// <summary>A whole APP1 segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static uint Number(ReadOnlySpan<byte> from, int length, bool little) => (length, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(from),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(from),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(from),
        _ => BinaryPrimitives.ReadUInt32BigEndian(from),
    };
}

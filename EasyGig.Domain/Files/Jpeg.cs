using System.Buffers.Binary;

namespace EasyGig.Domain.Files;

/// <summary>JPEG (ITU-T T.81, annex B): segments, each a marker and mostly a length.</summary>
internal static class Jpeg
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, Exif = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    public static bool Begins(ReadOnlySpan<byte> file) => file is [0xFF, Start, 0xFF, ..];

    /// <summary>Null when a segment is not what it says, or the end is missing.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file[..2]);
        (int Width, int Height)? size = null;
        var (at, orientation, scanned) = (2, 1, false);
        while (Marker(file, ref at) is { } marker)
        {
            if (marker is End)
            {
                clean.Write([0xFF, End]);
                return size is { } found && scanned ? Made(clean, found, orientation) : null;
            }
            if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || at + length > file.Length)) return null;
            var body = file[(at + 2)..(at + length)];
            at += length;
            if (IsFrame(marker))
            {
                if (size is not null || body.Length < 6) return null;
                size = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
            }
            if (marker is Exif && ExifOrientation.Of(body) is { } turned && orientation == 1) clean.Write(ExifOrientation.Segment(orientation = turned));
            if (!IsKept(marker, body)) continue;
            var data = marker is Scan ? DataLength(file[at..]) : 0;
            clean.Write([0xFF, marker]);
            clean.Write(file[(at - length)..(at + data)]);
            (at, scanned) = (at + data, scanned || marker is Scan && size is not null);
        }
        return null;
    }

    /// <summary>The next marker that has a length, or the end; any number of 0xFF may stand before it. Null when there is none.</summary>
    private static byte? Marker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF) return null;
        while (at < file.Length && file[at] == 0xFF) at++;
        return at < file.Length && file[at] is >= 0xC0 and not Start and not (>= 0xD0 and <= 0xD7) ? file[at++] : null;
    }

    /// <summary>How long the coded data of a scan is: in it 0xFF is followed by 0 or by a restart marker.</summary>
    private static int DataLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
            if (rest[at] == 0xFF && rest[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7) and not 0xFF) return at;
        return rest.Length;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    /// <summary>Whether a segment is needed to show the picture as it was meant: its coding, and which colours its numbers mean
    /// (APP0 without a preview, APP2 with a profile, APP14). The rest says who made it, where, and with what.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8) && body.Length == 14,
        App2 => body.StartsWith("ICC_PROFILE\0"u8),
        App14 => body.StartsWith("Adobe"u8) && body.Length == 12,
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    private static CleanFile Made(MemoryStream clean, (int Width, int Height) size, int orientation) => new(FileFormat.Jpeg, clean.ToArray())
    {
        Width = orientation < 5 ? size.Width : size.Height,
        Height = orientation < 5 ? size.Height : size.Width,
    };
}

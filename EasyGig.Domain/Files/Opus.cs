using System.Buffers.Binary;

namespace EasyGig.Domain.Files;

/// <summary>Opus in Ogg (RFC 3533, 7845): pages, each with its number and check sum; the first is the head, the next the tags, then sound.</summary>
internal static class Opus
{
    private const int HeaderLength = 27, Rate = 48_000;
    private const byte First = 2, Last = 4;

    // the tags must be there: these name nobody
    private static readonly byte[] NoTags = [.. "OpusTags"u8, 7, 0, 0, 0, .. "EasyGig"u8, 0, 0, 0, 0];

    public static bool Begins(ReadOnlySpan<byte> file) => Page(file) is { } first && file[HeaderLength..first.Body].Length == 1 && file[first.Body..].StartsWith("OpusHead"u8);

    /// <summary>Null when a page is not what it says, or is not of the one stream; what follows the last page is left out.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        var (number, samples, tagged) = (0u, 0L, false);
        for (var rest = file; Page(rest) is { } page; rest = rest[page.End..])
        {
            var bytes = rest[..page.End].ToArray();
            if (bytes[5] is var kind && (kind & First) != 0 != (number == 0) || !bytes.AsSpan(14, 4).SequenceEqual(file[14..18])) return null;
            if (number > 0 && !tagged)
            {
                if (number == 1 && !rest[page.Body..].StartsWith("OpusTags"u8)) return null;
                tagged = page.EndsPacket;
                if (number == 1) Write(clean, TagsPage(bytes), number++);
                continue;
            }
            Write(clean, bytes, number++);
            samples = Math.Max(samples, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(6)));
            if ((kind & Last) != 0) break;
        }
        return tagged && number > 2 ? new(FileFormat.Opus, clean.ToArray()) { Seconds = (int)Math.Clamp(samples / Rate, 0, int.MaxValue) } : null;
    }

    /// <summary>The whole page that begins here: where its body begins and ends, and whether a packet ends with it.</summary>
    private static (int Body, int End, bool EndsPacket)? Page(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeaderLength || !from.StartsWith("OggS\0"u8)) return null;
        var body = HeaderLength + from[26];
        if (body > from.Length || from[26] == 0) return null;
        var end = body;
        foreach (var segment in from[HeaderLength..body]) end += segment;
        if (end > from.Length) return null;
        var page = from[..end].ToArray();
        page.AsSpan(22, 4).Clear();
        return Crc32.OfOgg(page) == BinaryPrimitives.ReadUInt32LittleEndian(from[22..]) ? (body, end, from[body - 1] < 255) : null;
    }

    private static byte[] TagsPage(ReadOnlySpan<byte> page)
    {
        byte[] tags = [.. page[..HeaderLength], (byte)NoTags.Length, .. NoTags];
        (tags[5], tags[26]) = (0, 1);
        tags.AsSpan(6, 8).Clear();
        return tags;
    }

    private static void Write(MemoryStream clean, byte[] page, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), number);
        page.AsSpan(22, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Crc32.OfOgg(page));
        clean.Write(page);
    }
}

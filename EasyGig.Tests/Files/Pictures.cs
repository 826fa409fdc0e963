using System.Buffers.Binary;
using System.IO.Compression;
using EasyGig.Domain.Files;

namespace EasyGig.Tests.Files;

/// <summary>Small real pictures and sounds, made by hand.</summary>
internal static class Pictures
{
    /// <summary>Where the telephone was: nobody else is to know.</summary>
    public static readonly byte[] Secret = [.. "44.4938N 11.3387E"u8];

    /// <summary>A grey square: one code for "as dark as the block before", one for "nothing else".</summary>
    public static byte[] Jpeg(int width = 400, int height = 300, byte[]? extra = null)
    {
        byte[] tables = [.. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]), .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0])];
        byte[] frame = Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        var bits = 2 * ((width + 7) / 8) * ((height + 7) / 8);
        var data = new byte[(bits + 7) / 8];
        if (bits % 8 != 0) data[^1] = (byte)(0xFF >> bits % 8);
        return [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. extra ?? [], .. tables, .. frame, .. Segment(0xDA, [1, 1, 0x00, 0, 63, 0]), .. data, 0xFF, 0xD9];
    }

    /// <summary>What a telephone notes, the turned picture included.</summary>
    public static byte[] Exif(byte orientation = 6) => Segment(0xE1,
        [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Secret]);

    public static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    public static byte[] Png(int width = 400, int height = 300, byte[]? extra = null)
    {
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < height; row++) zip.Write(new byte[1 + width]);
        byte[] header = [.. Number(width), .. Number(height), 8, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. extra ?? [], .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, byte[] body)
    {
        byte[] summed = [.. type, .. body];
        return [.. Number(body.Length), .. summed, .. Number((int)Crc32.Of(summed))];
    }

    /// <summary>The header of a lossy picture, and a body that nobody decodes here; with what a camera adds.</summary>
    public static byte[] WebP(int width = 400, int height = 300, byte flags = 0x0C)
    {
        byte[] frame = [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Little(width, 2), .. Little(height, 2), .. new byte[40]];
        byte[] chunks =
        [
            .. Riff("VP8X"u8, [flags, 0, 0, 0, .. Little(width - 1, 3), .. Little(height - 1, 3)]), .. Riff("VP8 "u8, frame),
            .. Riff("EXIF"u8, Secret), .. Riff("XMP "u8, Secret),
        ];
        return [.. "RIFF"u8, .. Little(4 + chunks.Length, 4), .. "WEBP"u8, .. chunks];
    }

    /// <summary>Silence of 128 kbit/s at 44,100 Hz: 417 bytes a frame, 26 ms each; tags before and behind.</summary>
    public static byte[] Mp3(int frames = 200, bool tagged = true)
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];
        byte[] before = tagged ? [.. "ID3\x04\0\0"u8, 0, 0, 0, (byte)Secret.Length, .. Secret] : [];
        byte[] behind = tagged ? [.. "TAG"u8, .. Secret, .. new byte[125 - Secret.Length]] : [];
        return [.. before, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), .. behind];
    }

    /// <summary>So many seconds of Opus, a page each; the tags say where it was recorded.</summary>
    public static byte[] Opus(int seconds = 4)
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0], tags = [.. "OpusTags"u8, (byte)Secret.Length, 0, 0, 0, .. Secret, 0, 0, 0, 0];
        IEnumerable<byte> sound = Enumerable.Range(1, seconds).SelectMany(second => Page(1 + second, second == seconds ? (byte)4 : (byte)0, second * 48_000L, [0xF8, 0xFF, 0xFE]));
        return [.. Page(0, 2, 0, head), .. Page(1, 0, 0, tags), .. sound];
    }

    private static byte[] Page(int number, byte kind, long position, byte[] packet)
    {
        byte[] page = [.. "OggS\0"u8, kind, .. BitConverter.GetBytes(position), 7, 0, 0, 0, .. Little(number, 4), 0, 0, 0, 0, 1, (byte)packet.Length, .. packet];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Crc32.OfOgg(page));
        return page;
    }

    private static byte[] Riff(ReadOnlySpan<byte> type, byte[] body) => [.. type, .. Little(body.Length, 4), .. body, .. new byte[body.Length % 2]];

    private static byte[] Little(int number, int length) => BitConverter.GetBytes(number)[..length];

    private static byte[] Number(int number) => [.. BitConverter.GetBytes(number).Reverse()];
}

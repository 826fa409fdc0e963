namespace EasyGig.Domain.Files;

/// <summary>MPEG audio, layer III (ISO/IEC 11172-3, 13818-3): frames one after the other, with tags before and behind that are not kept.</summary>
internal static class Mp3
{
    private const int FewestFrames = 20; // half a second: fewer bytes look like sound by chance

    private static readonly int[] Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] HalvedKilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Rates = [44100, 48000, 32000];

    public static bool Begins(ReadOnlySpan<byte> file) => Frame(file[Tag(file)..]) is not null;

    /// <summary>Null when something lies between the frames, or there are too few. A last frame that is cut off is left out.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        var sound = file[Tag(file)..];
        var (at, frames, samples, rate) = (0, 0, 0L, 0);
        while (Frame(sound[at..]) is { } frame && (rate == 0 || frame.Rate == rate))
        {
            if (frame.Length > sound.Length - at) break;
            (at, frames, samples, rate) = (at + frame.Length, frames + 1, samples + frame.Samples, frame.Rate);
        }
        var rest = sound[at..];
        var ended = rest.Length == 0 || Frame(rest) is { } last && last.Length > rest.Length || IsTag(rest) || rest.Trim((byte)0).Length == 0;
        return ended && frames >= FewestFrames ? new(FileFormat.Mp3, sound[..at].ToArray()) { Seconds = (int)Math.Max(1, samples / rate) } : null;
    }

    /// <summary>How much of the file's beginning is a tag (ID3v2) and the zeros behind it.</summary>
    private static int Tag(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("ID3"u8) || file.Length < 10) return 0;
        var length = 10 + (file[6] & 127) * (1 << 21) + (file[7] & 127) * (1 << 14) + (file[8] & 127) * (1 << 7) + (file[9] & 127) + ((file[5] & 0x10) == 0 ? 0 : 10);
        while (length < file.Length && file[length] == 0) length++;
        return Math.Min(length, file.Length);
    }

    /// <summary>What stands behind the sound in files that say more than it: ID3v1, APE, Lyrics3, a second ID3v2.</summary>
    private static bool IsTag(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("TAG"u8) || rest.StartsWith("APETAGEX"u8) || rest.StartsWith("LYRICSBEGIN"u8) || rest.StartsWith("ID3"u8);

    /// <summary>The frame that begins here: bytes, samples, and samples a second. Free-format streams are not known.</summary>
    private static (int Length, int Samples, int Rate)? Frame(ReadOnlySpan<byte> from)
    {
        if (from.Length < 4 || from[0] != 0xFF || (from[1] & 0xE6) != 0xE2) return null; // eleven bits of sync, layer III
        var (version, kilobits, rate) = (from[1] >> 3 & 3, from[2] >> 4, from[2] >> 2 & 3);
        if (version == 1 || kilobits is 0 or 15 || rate == 3) return null;
        var whole = version == 3;
        var hertz = Rates[rate] >> (whole ? 0 : version == 2 ? 1 : 2);
        return ((whole ? 144 : 72) * 1000 * (whole ? Kilobits : HalvedKilobits)[kilobits] / hertz + (from[2] >> 1 & 1), whole ? 1152 : 576, hertz);
    }
}

using System.Text;
using EasyGig.Domain;
using EasyGig.Domain.Files;

namespace EasyGig.Tests.Files;

/// <summary>What is taken, what is kept of it, and what is not taken whatever it is called.</summary>
public sealed class FileCheckTests
{
    private static readonly byte[] Html = [.. "<!doctype html><script>alert(1)</script>"u8];

    [Fact]
    public void R2e_a_jpeg_loses_who_where_and_with_what_but_stands_upright()
    {
        byte[] extra = [.. Pictures.Exif(), .. Pictures.Segment(0xFE, Pictures.Secret), .. Pictures.Segment(0xED, Pictures.Secret), .. Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9])];
        var clean = Taken(FileCheck.Photo([.. Pictures.Jpeg(400, 300, extra), .. Html], "a"));
        Assert.Equal((FileFormat.Jpeg, 300, 400), (clean.Format, clean.Width, clean.Height)); // turned by a quarter
        Assert.True(clean.Bytes.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);
        Assert.Equal(clean.Bytes, Taken(FileCheck.Photo(clean.Bytes, "a")).Bytes);
        AssertClean(clean);
    }

    [Fact]
    public void R2e_a_png_loses_its_texts()
    {
        byte[] extra = [.. Pictures.Chunk("tEXt"u8, Pictures.Secret), .. Pictures.Chunk("eXIf"u8, Pictures.Secret), .. Pictures.Chunk("gAMA"u8, [0, 0, 1, 1])];
        var clean = Taken(FileCheck.Photo([.. Pictures.Png(400, 300, extra), .. Html], "a"));
        Assert.Equal(Pictures.Png(400, 300, Pictures.Chunk("gAMA"u8, [0, 0, 1, 1])), clean.Bytes);
        Assert.Equal((FileFormat.Png, 400, 300), (clean.Format, clean.Width, clean.Height));
    }

    [Fact]
    public void R2e_a_webp_loses_what_the_camera_noted()
    {
        var clean = Taken(FileCheck.Photo([.. Pictures.WebP(), .. Html], "a"));
        Assert.Equal((FileFormat.Webp, 400, 300), (clean.Format, clean.Width, clean.Height));
        Assert.Equal(0, clean.Bytes[20]); // nor does it say that there is something
        Assert.Equal(clean.Bytes.Length - 8, BitConverter.ToInt32(clean.Bytes, 4));
        AssertClean(clean);
    }

    [Fact]
    public void R2e_tracks_lose_their_tags()
    {
        var mp3 = Taken(FileCheck.Track(Pictures.Mp3(), "a"));
        Assert.Equal((FileFormat.Mp3, 5), (mp3.Format, mp3.Seconds));
        Assert.Equal(Pictures.Mp3(tagged: false), mp3.Bytes);
        var opus = Taken(FileCheck.Track([.. Pictures.Opus(), .. Html], "a"));
        Assert.Equal((FileFormat.Opus, 4), (opus.Format, opus.Seconds));
        Assert.Equal(opus.Bytes, Taken(FileCheck.Track(opus.Bytes, "a")).Bytes);
        AssertClean(opus);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "empty", "files_photo_unknown" }, { "html", "files_photo_unknown" }, { "svg", "files_photo_unknown" }, { "gif", "files_photo_unknown" }, { "mp3", "files_photo_unknown" },
        { "html behind a magic number", "files_photo_damaged" }, { "png with a broken sum", "files_photo_damaged" }, { "png with an unknown critical chunk", "files_photo_damaged" },
        { "moving webp", "files_photo_damaged" }, { "small", "files_photo_dimensions" }, { "bomb", "files_photo_dimensions" }, { "too large", "files_photo_size" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void R2e_what_is_no_photo_is_refused_and_named(string what, string rule)
    {
        byte[] bytes = what switch
        {
            "empty" => [],
            "html" => Html,
            "svg" => [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8],
            "gif" => [.. "GIF89a"u8, .. new byte[200]],
            "mp3" => Pictures.Mp3(),
            "html behind a magic number" => [0xFF, 0xD8, 0xFF, .. Html],
            "png with a broken sum" => [.. Pictures.Png()[..^1], 0],
            "png with an unknown critical chunk" => Pictures.Png(400, 300, Pictures.Chunk("HTML"u8, Html)),
            "moving webp" => Pictures.WebP(flags: 0x02),
            "small" => Pictures.Png(199, 300),
            "bomb" => Pictures.Jpeg(8001, 300),
            _ => [.. Pictures.Jpeg(), .. new byte[FileCheck.LargestPhoto]],
        };
        var (file, refusal) = FileCheck.Photo(bytes, "mine.png");
        Assert.Null(file);
        Assert.Equal(rule, refusal!.Rule);
        Assert.Equal(["mine.png"], refusal.Args);
    }

    [Fact]
    public void R2e_a_file_that_ends_early_is_refused_wherever_it_ends()
    {
        foreach (var whole in new[] { Pictures.Jpeg(400, 300, Pictures.Exif()), Pictures.Png(), Pictures.WebP() })
            for (var length = 0; length < whole.Length; length++)
                Assert.Null(FileCheck.Photo(whole.AsSpan(0, length), "a").File);
        Assert.Null(FileCheck.Track(Pictures.Opus().AsSpan(0, 60), "a").File);
        Assert.Null(FileCheck.Track(Pictures.Mp3().AsSpan(0, 4000), "a").File);
    }

    [Fact]
    public void R2e_no_bytes_make_the_check_fail()
    {
        var dice = new Random(7);
        foreach (var whole in new[] { Pictures.Jpeg(400, 300, Pictures.Exif()), Pictures.Png(), Pictures.WebP(), Pictures.Mp3(30), Pictures.Opus() })
            for (var round = 0; round < 3000; round++)
            {
                var bytes = whole.ToArray();
                for (var hit = 0; hit < 3; hit++) bytes[dice.Next(Math.Min(bytes.Length, 300))] = (byte)dice.Next(256);
                _ = (FileCheck.Photo(bytes, "a"), FileCheck.Track(bytes, "a"));
            }
    }

    [Theory]
    [InlineData("html")]
    [InlineData("junk between frames")]
    [InlineData("a second of another stream")]
    public void R2e_what_is_no_track_is_refused(string what)
    {
        byte[] bytes = what switch
        {
            "html" => [.. "ID3\x04\0\0\0\0\0\0"u8, .. Html],
            "junk between frames" => [.. Pictures.Mp3(40, tagged: false), .. Html, .. Pictures.Mp3(40, tagged: false)],
            _ => [.. Pictures.Opus()[..120], .. Html],
        };
        Assert.NotNull(FileCheck.Track(bytes, "a").Refusal);
    }

    private static CleanFile Taken((CleanFile? File, Refusal? Refusal) checkedFile)
    {
        Assert.Null(checkedFile.Refusal);
        return checkedFile.File!;
    }

    private static void AssertClean(CleanFile file)
    {
        var text = Encoding.Latin1.GetString(file.Bytes);
        Assert.DoesNotContain("44.4938N", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }
}

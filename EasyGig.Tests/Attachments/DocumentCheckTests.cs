using EasyGig.Domain.Files;
using EasyGig.Tests.Files;

namespace EasyGig.Tests.Attachments;

/// <summary>R2: which files a booking takes, whatever they are called, and what they are called when somebody keeps them.</summary>
public sealed class DocumentCheckTests
{
    [Fact]
    public void R2h_a_pdf_is_taken_to_its_end_and_what_follows_is_left_out()
    {
        var pdf = Documents.Pdf();
        var clean = FileCheck.Document([.. pdf, .. Documents.Html], "a").File!;
        Assert.Equal(FileFormat.Pdf, clean.Format);
        Assert.Equal(pdf, clean.Bytes);
    }

    [Fact]
    public void R2h_pictures_lose_who_made_them_and_text_its_mark()
    {
        var jpeg = FileCheck.Document(Pictures.Jpeg(60, 60, Pictures.Exif()), "a").File!; // a stage plot may be small
        Assert.Equal(FileFormat.Jpeg, jpeg.Format);
        Assert.True(jpeg.Bytes.AsSpan().IndexOf(Pictures.Secret) < 0);
        Assert.Equal(FileFormat.Png, FileCheck.Document(Pictures.Png(), "a.pdf").File!.Format);
        Assert.Equal(FileFormat.Webp, FileCheck.Document(Pictures.WebP(), "a").File!.Format);
        var text = FileCheck.Document([0xEF, 0xBB, 0xBF, .. "1\tGrancassa\r\n2\tRullante è"u8], "a").File!;
        Assert.Equal("1\tGrancassa\r\n2\tRullante è"u8.ToArray(), text.Bytes);
        Assert.Equal(FileFormat.Text, text.Format);
    }

    [Theory]
    [InlineData("/OpenAction 4 0 R")]
    [InlineData("/OpenAction[3 0 R/Fit]")]
    [InlineData("/Names<</JavaScript 4 0 R>>")]
    [InlineData("/AA<</O<</S/Launch/F(calc.exe)>>>>")]
    [InlineData("/A<</S/J#61vaScript/JS(app.alert(1))>>")]
    [InlineData("/X<</#4A#53(app.alert(1))>>")]
    [InlineData("/Names<</EmbeddedFiles 4 0 R>>")]
    [InlineData("/X<</Type/EmbeddedFile>>")]
    public void R2h_a_pdf_that_acts_or_carries_other_files_is_refused(string catalog)
    {
        var (file, refusal) = FileCheck.Document(Documents.Pdf(catalog), "rider.pdf");
        Assert.Null(file);
        Assert.Equal(("attachments_active", "rider.pdf"), (refusal!.Rule, Assert.Single(refusal.Args)));
    }

    [Fact]
    public void R2h_names_that_only_begin_alike_do_not_act() => Assert.Null(FileCheck.Document(Documents.Pdf("/JSON 1/Launcher 2/OpenActions 3"), "a").Refusal);

    public static TheoryData<string, string> Refused => new()
    {
        { "empty", "attachments_unknown" }, { "blank", "attachments_unknown" }, { "html", "attachments_unknown" }, { "svg", "attachments_unknown" }, { "zip", "attachments_unknown" },
        { "latin", "attachments_unknown" }, { "terminal", "attachments_unknown" }, { "nul", "attachments_unknown" }, { "html behind a pdf's first line", "attachments_damaged" },
        { "pdf without its end", "attachments_damaged" }, { "pdf of no version", "attachments_damaged" }, { "pdf without its list", "attachments_damaged" },
        { "cut png", "attachments_damaged" }, { "bomb", "attachments_dimensions" }, { "too large", "attachments_size" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void R2h_what_is_no_document_is_refused_and_named(string what, string rule)
    {
        byte[] bytes = what switch
        {
            "empty" => [],
            "blank" => [.. " \r\n\t"u8],
            "html" => Documents.Html,
            "svg" => Documents.Svg,
            "zip" => [.. "PK\x03\x04"u8, 0, 0, 0xFF],
            "latin" => [.. "Caff"u8, 0xE8],
            "terminal" => [.. "\u001b[2J"u8],
            "nul" => [.. "a\0b"u8],
            "html behind a pdf's first line" => [.. "%PDF-1.4\n"u8, .. Documents.Html],
            "pdf without its end" => Documents.Pdf()[..^7],
            "pdf of no version" => [.. "%PDF-x"u8, .. Documents.Pdf()[6..]],
            "pdf without its list" => [.. "%PDF-1.4\nstartxref\n99999\n%%EOF"u8],
            "cut png" => Pictures.Png()[..^1],
            "bomb" => Pictures.Jpeg(16_001, 8),
            _ => [.. Documents.Pdf(), .. new byte[FileCheck.LargestDocument]],
        };
        var (file, refusal) = FileCheck.Document(bytes, "mine.pdf");
        Assert.Null(file);
        Assert.Equal((rule, "mine.pdf"), (refusal!.Rule, Assert.Single(refusal.Args)));
    }

    [Fact]
    public void R2h_no_bytes_make_the_check_of_a_document_fail()
    {
        var dice = new Random(7);
        var whole = Documents.Pdf("/Names<</X#4 1/Y#4G 2>>");
        for (var length = 0; length <= whole.Length; length++) _ = FileCheck.Document(whole.AsSpan(0, length), "a");
        for (var round = 0; round < 5000; round++)
        {
            var bytes = whole.ToArray();
            for (var hit = 0; hit < 3; hit++) bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            _ = FileCheck.Document(bytes, "a");
        }
    }

    [Theory]
    [InlineData("Tech rider 2027.pdf", FileFormat.Pdf, "Tech rider 2027.pdf")]
    [InlineData("plot.pdf", FileFormat.Png, "plot.png")]
    [InlineData("setup.exe", FileFormat.Text, "setup.exe.txt")]
    [InlineData("../../etc/passwd", FileFormat.Text, "passwd.txt")]
    [InlineData("C:\\Users\\ada\\rider.PDF", FileFormat.Pdf, "rider.pdf")]
    [InlineData("a\"b;c\r\nX-Evil: 1.pdf", FileFormat.Pdf, "abc X-Evil 1.pdf")]
    [InlineData("rider\u202Efdp.exe", FileFormat.Pdf, "riderfdp.exe.pdf")]
    [InlineData("\u200F\u2067Caffè\u2069 \u00A0 Müller.pdf", FileFormat.Pdf, "Caffè Müller.pdf")]
    [InlineData("...", FileFormat.Jpeg, "stage_plot.jpeg")]
    [InlineData("", FileFormat.Pdf, "stage_plot.pdf")]
    public void R2h_a_file_is_called_what_its_sender_says_and_nothing_that_harms(string sent, FileFormat format, string name) =>
        Assert.Equal(name, DownloadName.Of(sent, format, "stage_plot"));

    [Fact]
    public void R2h_a_name_is_never_too_long_for_its_column() =>
        Assert.InRange(DownloadName.Of(string.Concat(Enumerable.Repeat("🥁", 200)) + ".pdf", FileFormat.Pdf, "a").Length, 90, DownloadName.MaxLength);
}

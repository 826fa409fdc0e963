using System.Text;
using System.Threading.Channels;
using EasyGig.Web.Exports;

namespace EasyGig.Tests.Exports;

public sealed class CsvAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_what_RFC_4180_says_in_UTF8_that_Excel_knows()
    {
        var file = await WriteAsync(
            new("Plain", new(2026, 12, 5), new(20, 30), 1234.5m),
            new("Comma, \"quote\"\r\nand a line", new(2027, 1, 1), new(0, 0), -3m),
            new(null, default, default, 0));
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(
            "Name,Día,Time,Sum\r\nPlain,2026-12-05,20:30,1234.5\r\n\"Comma, \"\"quote\"\"\r\nand a line\",2027-01-01,00:00,-3\r\n,0001-01-01,00:00,0\r\n",
            Encoding.UTF8.GetString(file[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+39 051")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task A_text_that_looks_like_a_formula_is_a_text(string formula)
    {
        var cell = Encoding.UTF8.GetString(await WriteAsync(new Row(formula, default, default, 0))).Split("\r\n")[1];
        Assert.StartsWith("\"'", cell, StringComparison.Ordinal);
        Assert.Contains(formula, cell, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_is_sent_before_the_rest_is_there()
    {
        var rows = Channel.CreateUnbounded<Row>();
        for (var i = 0; i < Many; i++) rows.Writer.TryWrite(new($"Row {i}", default, default, i));
        var body = new Watched();
        var writing = Answer(rows.Reader.ReadAllAsync(Ct)).WriteAsync(body, Ct);
        await body.Began;
        Assert.False(writing.IsCompleted);
        rows.Writer.Complete();
        await writing;
        Assert.Equal(Many + 1, Encoding.UTF8.GetString(body.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private const int Many = 10_000;

    private sealed record Row(string? Name, DateOnly Day, TimeOnly Time, decimal Sum);

    private static CsvAnswer<Row> Answer(IAsyncEnumerable<Row> rows) => new("rows", rows,
        [new("Name", row => row.Name), new("Día", row => row.Day), new("Time", row => row.Time), new("Sum", row => row.Sum)]);

    private static async Task<byte[]> WriteAsync(params Row[] rows)
    {
        await using var body = new Watched();
        await Answer(rows.ToAsyncEnumerable()).WriteAsync(body, Ct);
        return body.ToArray();
    }

    /// <summary>Says when something arrives, and takes nothing that would block a thread, as the server does.</summary>
    private sealed class Watched : MemoryStream
    {
        private readonly List<byte> _sent = [];
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => _began.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Writes that block are not allowed.");

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _sent.AddRange(buffer.Span);
            _began.TrySetResult();
            await ValueTask.CompletedTask;
        }

        public override byte[] ToArray() => [.. _sent];
    }
}

using Npgsql;

namespace EasyGig.Web.Files;

/// <summary>A stored file, read piece by piece: a listener who skips to the middle has only that read, and no file is in memory whole.</summary>
/// <param name="piece">Selects so many bytes ($2) from a place on ($1, from 1) of the file ($3). It is disposed of with the stream.</param>
internal sealed class FileStreamed(NpgsqlCommand piece, Guid id, long length) : Stream
{
    private const int Piece = 256 << 10;

    private ReadOnlyMemory<byte> _piece;
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => (_position, _piece) = (value, default);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_piece.IsEmpty) _piece = await FetchAsync(cancellationToken);
        var count = Math.Min(buffer.Length, _piece.Length);
        _piece[..count].CopyTo(buffer);
        (_position, _piece) = (_position + count, _piece[count..]);
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() { }

    /// <summary>The next piece; empty at the end, or once the file is gone.</summary>
    private async Task<byte[]> FetchAsync(CancellationToken ct)
    {
        if (_position >= length) return [];
        piece.Parameters.Clear();
        foreach (var value in (object[])[(int)_position + 1, Piece, id]) piece.Parameters.Add(new() { Value = value });
        return await piece.ExecuteScalarAsync(ct) as byte[] ?? [];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) piece.Dispose();
        base.Dispose(disposing);
    }
}

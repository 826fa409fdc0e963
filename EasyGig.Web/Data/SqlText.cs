using System.Globalization;
using System.Text;
using Npgsql;

namespace EasyGig.Web.Data;

/// <summary>A statement put together from interpolated pieces; every value in them travels as a parameter, every <see cref="SqlText"/> as text.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values;

    public SqlText() => _values = [];

    private SqlText(List<object> values) => _values = values;

    /// <summary>A piece of the same statement, to be put in later.</summary>
    public SqlText Piece() => new(_values);

    /// <summary>A number that stays in the text, so that the planner knows it: a LIMIT.</summary>
    public SqlText Literal(int number)
    {
        var piece = Piece();
        piece._text.Append(CultureInfo.InvariantCulture, $"{number}");
        return piece;
    }

    public SqlText Add(FormattableString piece)
    {
        _text.AppendFormat(CultureInfo.InvariantCulture, piece.Format, [.. piece.GetArguments().Select(Put)]);
        return this;
    }

    /// <summary>Runs the statement, and reads each row.</summary>
    public async Task<List<T>> ReadAsync<T>(NpgsqlDataSource database, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        List<T> rows = [];
        await using var command = database.CreateCommand(_text.ToString());
        foreach (var value in _values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    private string Put(object? value)
    {
        if (value is SqlText text) return text._text.ToString();
        _values.Add(value ?? throw new ArgumentNullException(nameof(value)));
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }
}

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

    public NpgsqlCommand ToCommand(NpgsqlDataSource database)
    {
        var command = database.CreateCommand(_text.ToString());
        foreach (var value in _values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private string Put(object? value)
    {
        if (value is SqlText text) return text._text.ToString();
        _values.Add(value ?? throw new ArgumentNullException(nameof(value)));
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }
}

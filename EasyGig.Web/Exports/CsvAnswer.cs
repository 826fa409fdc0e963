using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace EasyGig.Web.Exports;

/// <summary>One column of a file for spreadsheets.</summary>
/// <param name="Heading">In the reader's language.</param>
/// <param name="Cell">A string, a number, a <see cref="DateOnly"/> (2026-11-22) or a <see cref="TimeOnly"/> (20:30); null leaves the cell empty.</param>
public sealed record CsvColumn<T>(string Heading, Func<T, object?> Cell);

/// <summary>A list for spreadsheets: RFC 4180 in UTF-8, written row by row as it is read, so that a long one costs no more memory than a short one.</summary>
/// <remarks>Numbers and times are written for programs, whatever the reader's language. A text that a spreadsheet would take for a formula
/// gets an apostrophe in front (OWASP, CSV injection). The mark at the start tells Excel that it is UTF-8.</remarks>
/// <param name="name">Of the file, without its ending.</param>
public sealed class CsvAnswer<T>(string name, IAsyncEnumerable<T> rows, params IReadOnlyList<CsvColumn<T>> columns) : ActionResult
{
    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.csv");
        (response.ContentType, response.Headers.ContentDisposition) = ("text/csv; charset=utf-8; header=present", disposition.ToString());
        await WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }

    internal async Task WriteAsync(Stream body, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(body, Form, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Heading);
        await csv.EndRecordAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in columns) Write(csv, column.Cell(row));
            await csv.EndRecordAsync(ct); // and sends what is mostly a full buffer
        }
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        if (cell is TimeOnly time) csv.WriteField(time, "HH:mm");
        else csv.WriteField(cell);
    }
}

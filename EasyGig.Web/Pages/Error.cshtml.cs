using EasyGig.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages;

/// <summary>What went wrong, in the reader's words, and what to do next; nothing of the inside.</summary>
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 413, 415, 429, 500, 503];

    /// <summary>The status that the page is about, and that it answers with.</summary>
    public int Status { get; private set; }

    /// <summary>The status whose words it says: its own, or the nearest that has words.</summary>
    public int Said { get; private set; }

    /// <summary>Finds a failure in the log; null when nothing failed.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = failed ? Response.StatusCode : code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Said = Known.Contains(Status) ? Status : Status < 500 ? 400 : 500;
        if (failed && Status >= 500) Reference = HttpContext.TraceId;
        if (Status == StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = "60";
        Response.StatusCode = Status;
    }
}

using System.Diagnostics;

namespace EasyGig.Web.Hosting;

internal static class RequestTrace
{
    public const string Header = "X-Request-Id";

    extension(HttpContext context)
    {
        /// <summary>Finds a request in the log, where it is the TraceId of every line that the request wrote.</summary>
        public string TraceId => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
    }
}

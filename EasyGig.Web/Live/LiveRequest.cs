namespace EasyGig.Web.Live;

internal static class LiveRequest
{
    extension(HttpRequest request)
    {
        /// <summary>Whether nobody asked for it: an open page reads itself again, whether or not somebody sits before it.</summary>
        public bool ReadsItself => request.Headers.ContainsKey("X-Reads-Itself");
    }

    extension(IConfiguration configuration)
    {
        /// <summary>Whether open pages change with what they show: unless <c>EasyGig:Live</c> is false.</summary>
        public bool IsLive => configuration.GetValue("EasyGig:Live", defaultValue: true);
    }
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EasyGig.Web.Hosting;

/// <summary>Where the site is, for the links in mails and calendars: from configuration, never from a request's headers.
/// Development may leave it out; then it is the first address that the server listens on, or will.</summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    public Uri Root { get => field ??= Read(); }

    /// <param name="path">A path of this site, starting with a slash.</param>
    public Uri To(string path) => new(Root, path);

    private Uri Read() => new(configuration["EasyGig:BaseUrl"]
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal)
        ?? $"http://localhost:{Address.Preferred}");
}

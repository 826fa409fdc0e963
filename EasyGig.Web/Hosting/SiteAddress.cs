using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EasyGig.Web.Hosting;

/// <summary>Where the site is, for the links in mails and calendars: from configuration, never from a request's headers.
/// Development may leave it out; then it is the first address that the server listens on, or will.</summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server, IHostEnvironment environment)
{
    /// <exception cref="InvalidOperationException">It is missing outside Development, or no address; the message is for whoever runs the site.</exception>
    public Uri Root { get => field ??= Read(); }

    /// <param name="path">A path of this site, starting with a slash.</param>
    public Uri To(string path) => new(Root, path);

    private Uri Read() => configuration["EasyGig:BaseUrl"] switch
    {
        { Length: > 0 } given => Uri.TryCreate(given, UriKind.Absolute, out var root) && root.Scheme is "http" or "https" ? root
            : throw new InvalidOperationException($"EasyGig__BaseUrl is \"{given}\": it is to be the site's address, such as https://easygig.example."),
        _ when environment.IsDevelopment() => Listening(),
        _ => throw new InvalidOperationException("Set EasyGig__BaseUrl: the site's address for the links in mails, such as https://easygig.example."),
    };

    private Uri Listening() => new(
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal)
        ?? $"http://localhost:{Address.Preferred}");
}

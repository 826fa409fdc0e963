using System.Net;
using System.Net.Sockets;

namespace EasyGig.Tests.Live;

/// <summary>An address that stays the same while the node behind it goes and another comes, as a proxy's does.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();

    public Relay()
    {
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The node that answers; null while there is none, and whoever calls is hung up on.</summary>
    public Uri? Node { get; set; }

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await _listener.AcceptTcpClientAsync(_over.Token), _over.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException) { }
    }

    private async Task PassAsync(TcpClient caller, CancellationToken over)
    {
        using var from = caller;
        using var to = new TcpClient();
        try
        {
            if (Node is not { } node) return;
            await to.ConnectAsync(node.Host, node.Port, over);
            await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), over), to.GetStream().CopyToAsync(from.GetStream(), over));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException) { }
    }
}

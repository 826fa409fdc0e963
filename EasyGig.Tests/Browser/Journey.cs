namespace EasyGig.Tests.Browser;

/// <summary>A site of its own, served over the network, for what people do in a real browser.</summary>
public abstract class Journey(PgFixture postgres) : IAsyncLifetime
{
    protected EasyGigApp App { get; } = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

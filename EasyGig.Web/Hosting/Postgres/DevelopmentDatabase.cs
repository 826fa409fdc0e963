namespace EasyGig.Web.Hosting.Postgres;

/// <summary>In Development, where no database is configured, the checkout's private one is.</summary>
internal static class DevelopmentDatabase
{
    /// <summary>Starts it (of several, the one that <c>EasyGig:Cluster</c> names) and sets ConnectionStrings:EasyGig and :EasyGigMigrate, or answers null where they are set already.
    /// Dispose it last: the last process that uses the server stops it.</summary>
    public static async Task<EmbeddedPostgres?> StartAsync(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetConnectionString("EasyGig") is { Length: > 0 }) return null;
        var postgres = await EmbeddedPostgres.StartAsync(Checkout.Private(builder.Configuration["EasyGig:Cluster"] ?? "postgres"));
        try
        {
            await postgres.EnsureDatabaseAsync("easygig");
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:EasyGig"] = postgres.ConnectionString("easygig", EmbeddedPostgres.Site),
            ["ConnectionStrings:EasyGigMigrate"] = postgres.ConnectionString("easygig"),
        });
        return postgres;
    }
}

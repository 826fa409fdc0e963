using System.Globalization;
using EasyGig.Web.Hosting.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Data;

internal static class DatabaseSetup
{
    private const int MostPrepared = 100;

    /// <summary>Of one node: two of them fit into the 100 that PostgreSQL allows unless told otherwise, and more at once would only wait for each other there.</summary>
    private const int MostConnections = 40;

    /// <summary>How many seconds a request stands in line for a connection in a storm, before it is told to come back.</summary>
    private const int Patience = 30;

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(NpgsqlDataSource.Create(Pooled(builder.Configuration)));
        builder.Services.AddSingleton<Queues>();
        builder.Services.AddDbContext<EasyGigDb>((services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(),
            npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))); // a venue has few directors and stages
    }

    /// <summary>Brings the database to this version.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await PostgresCheck.RunAsync(app.OwnerConnection(), app.Lifetime.ApplicationStopping);
        await Migrate.RunAsync(app.OwnerConnection(), Site(app.Configuration), app.Lifetime.ApplicationStopping);
    }

    /// <summary>Connects as the user that may change the schema.</summary>
    public static string OwnerConnection(this WebApplication app) => app.Configuration.GetConnectionString("EasyGigMigrate") is { Length: > 0 } migrate ? migrate
        : app.Environment.IsDevelopment() ? Site(app.Configuration)
        : throw new InvalidOperationException("Set ConnectionStrings__EasyGigMigrate: a database user that may change the schema.");

    /// <summary>Development migrates at start. Elsewhere the site does not start on an older schema, nor as a user that may change it.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            await app.MigrateAsync();
            return;
        }
        var (database, stop) = (app.Services.GetRequiredService<NpgsqlDataSource>(), app.Lifetime.ApplicationStopping);
        if (!await Schema.IsCurrentAsync(database, stop))
            throw new InvalidOperationException("The database is of an earlier version: run the command 'migrate' first.");
        if (await Schema.MayChangeAsync(database, stop))
            throw new InvalidOperationException("ConnectionStrings__EasyGig signs in as a user that may change the schema: give the site one that may not.");
    }

    /// <summary>Past a pooler, which would swallow what LISTEN hears.</summary>
    public static string Direct(IConfiguration configuration) => configuration.GetConnectionString("EasyGigDirect") is { Length: > 0 } direct ? direct : Site(configuration);

    /// <summary>The site's own wishes first: what the setting says comes later, and counts.</summary>
    /// <remarks>What is asked often is prepared, which halves its cost; but not behind a transaction pooler, whose connections have other statements.
    /// A connection is given back as it is: nothing here leaves anything in a session, and wiping it cost a fifth of a search.</remarks>
    private static string Pooled(IConfiguration configuration) => string.Create(CultureInfo.InvariantCulture,
        $"No Reset On Close=true;Maximum Pool Size={MostConnections};Timeout={Patience};Max Auto Prepare={(Direct(configuration) == Site(configuration) ? MostPrepared : 0)};{Site(configuration)}");

    private static string Site(IConfiguration configuration) => configuration.GetConnectionString("EasyGig") is { Length: > 0 } site ? site
        : throw new InvalidOperationException("Set ConnectionStrings__EasyGig: the database to work with.");
}

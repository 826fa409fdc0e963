using System.Net;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EasyGig.Tests;

/// <summary>The whole site on a database of its own, as the database user that the site has in production. Use it as a
/// class fixture: the tests of a class share one site, each with people and venues of its own.</summary>
public sealed class EasyGigApp(PgFixture postgres) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a long enough passphrase";

    private string _database = "";
    private int _visitors;

    /// <summary>Whether public pages are kept. Most tests write to the database and look at once, before it has told anybody.</summary>
    public bool PublicCache { get; init; }

    /// <summary>Whether open pages hear of what changes; it costs a connection, and most tests open pages anew.</summary>
    public bool Live { get; init; }

    public TestClock Clock { get; } = new();

    /// <summary>Connects as the owner of the database, to try its rules with plain SQL.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    /// <summary>Connects as the site does.</summary>
    public NpgsqlDataSource Site => Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.NewDatabaseAsync();
        Owner = NpgsqlDataSource.Create(_database);
    }

    /// <summary>What the command <c>migrate</c> does, once more.</summary>
    public Task MigrateAgainAsync() => Migrate.RunAsync(_database, PgFixture.ForSite(_database));

    public async Task<T> WithDbAsync<T>(Func<EasyGigDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<EasyGigDb>());
    }

    /// <summary>Stores something as it is: nothing is told of it.</summary>
    public Task<T> AddAsync<T>(T entity) where T : class => WithDbAsync(async db =>
    {
        db.Add(entity);
        await db.SaveChangesAsync();
        return entity;
    });

    /// <summary>Somebody with a confirmed account.</summary>
    public async Task<Person> PersonAsync(string role, string name = "Ada Rossi", string culture = "en")
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{Guid.NewGuid():N}@example.org";
        var person = new Person { Id = Guid.CreateVersion7(), Name = name, Culture = culture, UserName = email, Email = email, EmailConfirmed = true, CreatedAt = Clock.Now };
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        Assert.True((await people.AddToRoleAsync(person, role)).Succeeded);
        return person;
    }

    /// <summary>Where the button of the last mail of that kind to an address leads, as a path of this site.</summary>
    public async Task<string> LinkOfAsync(string address, string kind)
    {
        var text = await WithDbAsync(db => db.Mails.Where(m => m.Address == address && m.Kind == kind).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync());
        return new Uri(text.Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>One more node of the same site, on the same database; it ends with this one.</summary>
    public WebApplicationFactory<Program> AddNode() => WithWebHostBuilder(_ => { });

    /// <summary>A visitor: a browser in which nobody is signed in, at a network address of its own.</summary>
    /// <param name="node">Null for the first.</param>
    /// <param name="cookies">Those of a browser that talks to several nodes, with its <paramref name="address"/>.</param>
    public Visitor Open(WebApplicationFactory<Program>? node = null, CookieContainer? cookies = null, IPAddress? address = null)
    {
        var client = cookies is null ? (node ?? this).CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }) : (node ?? this).CreateDefaultClient(new CookieContainerHandler(cookies));
        client.DefaultRequestHeaders.Add(FromAddress.Header, (address ?? NextAddress()).ToString());
        return new(client);
    }

    /// <summary>A network address that no visitor has yet.</summary>
    public IPAddress NextAddress() => new(0x0A + (Interlocked.Increment(ref _visitors) << 8));

    /// <summary>A visitor: a browser in which that person has signed in, through the page.</summary>
    public async Task<Visitor> SignInAsync(Person person, WebApplicationFactory<Program>? node = null)
    {
        var browser = Open(node);
        var login = await browser.OpenAsync("/account/login");
        var home = await browser.SubmitAsync(login, "Sign in", ("Input.Email", person.Email!), ("Input.Password", Password), ("Input.Remember", "true")); // tests wind the clock on
        Assert.NotEqual("/account/login", home.Path);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("ConnectionStrings:EasyGig", PgFixture.ForSite(_database))
        .UseSetting("ConnectionStrings:EasyGigMigrate", _database)
        .UseSetting("EasyGig:Demo", "false")
        .UseSetting("EasyGig:Clockwork:Runs", "false") // tests wind the clock on
        .UseSetting("EasyGig:Metrics:Networks", "192.0.2.1")
        .UseSetting("EasyGig:PublicCache", PublicCache ? "true" : "false")
        .UseSetting("EasyGig:Live", Live ? "true" : "false")
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", LogLevel.Error)) // the test server takes bodies of any size
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IStartupFilter, FromAddress>()
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1)); // what costs an attacker time costs tests time too

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Owner.DisposeAsync();
        await postgres.DropAsync(_database);
    }

    /// <summary>The test server knows no network; here a visitor's address comes with the request, so that one visitor's
    /// haste is not held against another.</summary>
    private sealed class FromAddress : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Header], out var address) ? address : null;
                return then(context);
            });
            next(app);
        };
    }
}

using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
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

    /// <summary>A visitor: a browser in which nobody is signed in.</summary>
    public Visitor Open() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A visitor: a browser in which that person has signed in, through the page.</summary>
    public async Task<Visitor> SignInAsync(Person person)
    {
        var browser = Open();
        var login = await browser.OpenAsync("/account/login");
        var home = await browser.SubmitAsync(login, "Sign in", ("Input.Email", person.Email!), ("Input.Password", Password));
        Assert.NotEqual("/account/login", home.Path);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("ConnectionStrings:EasyGig", PgFixture.ForSite(_database))
        .UseSetting("ConnectionStrings:EasyGigMigrate", _database)
        .UseSetting("EasyGig:Demo", "false")
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1)); // what costs an attacker time costs tests time too

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Owner.DisposeAsync();
        await postgres.DropAsync(_database);
    }
}

using EasyGig.Web.Data;
using EasyGig.Web.Demo;
using EasyGig.Web.Files;
using EasyGig.Web.Hosting;
using EasyGig.Web.Hosting.Health;
using EasyGig.Web.Hosting.Postgres;
using EasyGig.Web.Identity;
using EasyGig.Web.Live;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using EasyGig.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
if (args is ["health"]) return await Probe.RunAsync(builder.Configuration);
if (Commands.Refuse(args, builder.Environment) is { } code) return code;

builder.Configuration.AddRootSettings();
builder.UseFirstFreePort();
await using var postgres = await DevelopmentDatabase.StartAsync(builder);

builder.AddOperations();
builder.AddTrust();
builder.AddDatabase();
builder.AddLive();
builder.Services.AddFeatures();
builder.Services.AddAccounts(builder.Environment.IsDevelopment());
builder.Services.AddMail();
builder.Services.AddLanguages();
builder.Services.AddRazorPages(options => options.Conventions.AuthorizeWorkspaces())
    .AddMvcOptions(options => { options.BindCleanly(); options.Filters.Add<KnownHandlersOnly>(); })
    .AddViewLocalization()
    .AddDataAnnotationsLocalization();

var app = builder.Build();
if (await app.RunAsync(args)) return 0;
await app.PrepareDatabaseAsync();

app.UseProxies();
app.UseTrust();
app.MapStaticAssets().DisableHttpMetrics();
app.UseRouting();
app.Use(Trust.NotTooLong);
app.UseLanguages();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseOutputCache();
app.Use(UploadsAttribute.Answer);
app.MapFeatures();
app.MapRazorPages().WithStaticAssets();

await app.StartAsync();
await app.LoadDemoAsync();
app.Announce();
await app.AnnounceDemoAsync();
await app.WaitForShutdownAsync();
return 0;

public partial class Program;

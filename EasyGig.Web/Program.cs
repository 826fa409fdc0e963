using EasyGig.Web.Hosting;
using EasyGig.Web.Hosting.Postgres;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddRootSettings();
builder.UseFirstFreePort();
await using var postgres = await DevelopmentDatabase.StartAsync(builder);
builder.Services.AddRazorPages();

var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages();
await app.StartAsync();
app.Announce();
await app.WaitForShutdownAsync();

public partial class Program;

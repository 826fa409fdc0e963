using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddRootSettings();
builder.Services.AddRazorPages().AddDataAnnotationsLocalization();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLanguages();

var app = builder.Build();
if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseLanguages();
app.UseStaticFiles();
app.MapRazorPages();
await app.RunAsync();

public partial class Program;

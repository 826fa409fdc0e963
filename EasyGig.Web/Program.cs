using EasyGig.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddRootSettings();
builder.Services.AddRazorPages();

var app = builder.Build();
app.MapRazorPages();
await app.RunAsync();

public partial class Program;

using System.Globalization;
using EasyGig.Web.Data;
using EasyGig.Web.Demo;

namespace EasyGig.Web.Hosting;

/// <summary>What the program does instead of serving the site: <c>migrate</c>, <c>seed --demo</c>, <c>seed --scale N</c>. Arguments that start
/// with a dash are settings.</summary>
internal static class Commands
{
    private const string Usage = """
        EasyGig knows these commands:
          migrate        brings the database to this version
          health         asks the site that runs on this machine whether it is ready
          seed --demo    loads the demo data, in Development
          seed --scale N loads N slots with all that belongs to them, to measure with, in Development
        Without one it serves the site.
        """;

    /// <summary>Says no to what it does not know or may not do here, before anything is started.</summary>
    /// <returns>The exit code, or null when there is nothing to say no to.</returns>
    public static int? Refuse(string[] args, IHostEnvironment environment)
    {
        if (args is [] or ["migrate"] or [['-', ..], ..]) return null;
        if (args is not ["seed", "--demo"] && Scale(args) is null)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (environment.IsDevelopment()) return null;
        Console.Error.WriteLine(DemoScene.Refused);
        return 1;
    }

    private static int? Scale(string[] args) =>
        args is ["seed", "--scale", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var slots)
            && slots is >= ScaleScene.Smallest and <= ScaleScene.Largest ? slots : null;

    /// <returns>Whether there was a command; then it is done.</returns>
    public static async Task<bool> RunAsync(this WebApplication app, string[] args)
    {
        switch (args)
        {
            case ["migrate"]:
                await app.MigrateAsync();
                return true;
            case ["seed", "--demo"]:
                await app.PrepareDatabaseAsync();
                await app.SeedDemoAsync();
                return true;
            case [..] when Scale(args) is { } slots:
                await app.PrepareDatabaseAsync();
                await app.SeedScaleAsync(slots);
                return true;
            default:
                return false;
        }
    }
}

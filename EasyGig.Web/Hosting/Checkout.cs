namespace EasyGig.Web.Hosting;

/// <summary>The folder of the repository, in which a build that has not been published lies.</summary>
internal static class Checkout
{
    /// <summary>Null where the site was published.</summary>
    public static string? Folder { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A path below .easygig, where everything private to this checkout is kept.</summary>
    public static string Private(string name) => Path.Combine(Folder ?? throw new InvalidOperationException(
        "There is no checkout here to keep a private database in: set ConnectionStrings__EasyGig."), ".easygig", name);

    private static string? Above(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "EasyGig.sln"))) folder = Path.GetDirectoryName(folder);
        return folder;
    }
}

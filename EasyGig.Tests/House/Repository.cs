using EasyGig.Web.Hosting;

namespace EasyGig.Tests.House;

/// <summary>The files of the repository, for tests about the house itself.</summary>
internal static class Repository
{
    public static string Root => Checkout.Folder ?? throw new InvalidOperationException("The tests run inside a checkout.");

    /// <summary>Source files below a folder, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "lib" or "node_modules"));

    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');
}

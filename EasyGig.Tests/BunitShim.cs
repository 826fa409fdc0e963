using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace EasyGig.Tests;

/// <summary>Hands bunit the AngleSharp.Diffing of the folder shim (bunit.props says why): a Resolving handler may return a lower
/// version than the one asked for, where the default probing may not.</summary>
internal static class BunitShim
{
#pragma warning disable CA2255 // a module initializer is what runs before the first test, and this is no library
    [ModuleInitializer]
    internal static void Listen() => AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", "AngleSharp.Diffing.dll"))
        : null;
#pragma warning restore CA2255
}

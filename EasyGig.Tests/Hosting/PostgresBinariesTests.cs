using EasyGig.Web.Hosting.Postgres;

namespace EasyGig.Tests.Hosting;

public sealed class PostgresBinariesTests : IDisposable
{
    private readonly TempFolder _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void PATH_comes_first_then_the_newest_installed_version_then_what_npm_brought()
    {
        foreach (var version in new[] { "9", "15", "17" }) Directory.CreateDirectory(_machine.Below("usr", "lib", "postgresql", version));

        var places = PostgresPlaces.Below(_machine.Path, "/first" + Path.PathSeparator + "/second", "/checkout");

        Assert.Equal(
            ["/first", "/second", Installed("17"), Installed("15"), Installed("9"), "/checkout/.easygig/npm-postgres/native/bin"],
            places.Select(p => p.Replace('\\', '/')));
    }

    [Fact]
    public void A_server_that_is_too_old_or_half_installed_is_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        var (old, half, good) = (Install("14", "14.9"), Install("16", "16.1"), Install("15", "15.18"));
        File.Delete(Path.Combine(half, "initdb"));

        Assert.Equal(new(good, 15), PostgresBinaries.Find([_machine.Below("nothing"), old, half, good]));
    }

    [Fact]
    public void A_cluster_asks_for_the_version_that_made_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        string[] places = [Install("18", "18.0"), Install("16", "16.4")];

        Assert.Equal(16, PostgresBinaries.Find(places, major: 16).Major);
        var e = Assert.Throws<InvalidOperationException>(() => PostgresBinaries.Find(places, major: 15));
        Assert.Equal("This database was made by PostgreSQL 15, whose programs are no longer installed.", e.Message);
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        Assert.Equal("EasyGig needs PostgreSQL 15 or newer; only 14 is installed.",
            Assert.Throws<InvalidOperationException>(() => PostgresBinaries.Find([Install("14", "14.9")])).Message);
        Assert.StartsWith("No PostgreSQL server is installed", Assert.Throws<InvalidOperationException>(() => PostgresBinaries.Find([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_leads_to_the_folder_that_holds_all_the_programs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links are for administrators there.");
        var real = Install("17", "17.2");
        Directory.CreateDirectory(_machine.Below("bin"));
        File.CreateSymbolicLink(_machine.Below("bin", "postgres"), Path.Combine(real, "postgres"));

        Assert.Equal(real, PostgresBinaries.Find([_machine.Below("bin")]).Folder);
    }

    private string Installed(string version) => _machine.Below("usr", "lib", "postgresql", version, "bin").Replace('\\', '/');

    private string Install(string folder, string version)
    {
        var bin = Directory.CreateDirectory(_machine.Below("usr", "lib", "postgresql", folder, "bin")).FullName;
        foreach (var tool in new[] { "postgres", "initdb", "pg_ctl" })
        {
            File.WriteAllText(Path.Combine(bin, tool), $"#!/bin/sh\necho '{tool} (PostgreSQL) {version} (Debian {version}-1)'\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(bin, tool), (UnixFileMode)0b111_101_101);
        }
        return bin;
    }
}

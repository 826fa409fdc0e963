using EasyGig.Web.Hosting.Postgres;

namespace EasyGig.Tests.Hosting;

public sealed class PostmasterPidTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void It_says_where_the_server_listens()
    {
        Write("4711", "/data", "1760000000", "5433", "/run/here", "", "  5432001    262151", "ready   ");
        Assert.Equal(new(4711, 5433, "/run/here"), PostmasterPid.Read(_data.Path));
    }

    [Fact]
    public void No_file_is_no_server_and_half_a_file_is_no_process()
    {
        Assert.Null(PostmasterPid.Read(_data.Path));
        Write("4711", "/data");
        Assert.Equal(0, PostmasterPid.Read(_data.Path)!.Pid);
    }

    [Fact]
    public void Disarmed_it_names_no_process_but_still_the_shared_memory()
    {
        Write("4711", "/data", "1760000000", "5433", "/run/here", "", "  5432001    262151", "ready   ");
        PostmasterPid.Disarm(_data.Path);
        var lines = File.ReadAllLines(PostmasterPid.PathIn(_data.Path));
        Assert.Equal("999999999", lines[0]);
        Assert.Equal("  5432001    262151", lines[6]);
    }

    [Fact]
    public void Disarmed_half_a_file_is_gone()
    {
        Write("4711", "/data");
        PostmasterPid.Disarm(_data.Path);
        Assert.Null(PostmasterPid.Read(_data.Path));
    }

    [Fact]
    public void A_number_that_belongs_to_another_program_serves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the program's name has to do.");
        Assert.False(ServerProcess.Serves(Environment.ProcessId, _data.Path));
        Assert.False(ServerProcess.Serves(999999999, _data.Path));
        Assert.False(ServerProcess.Serves(0, _data.Path));
    }

    [Fact]
    public void Root_lends_the_server_to_postgres_else_to_nobody()
    {
        Assert.Equal(new("postgres", "104"), ServerUser.FromPasswd(["root:x:0:0::/root:/bin/sh", "nobody:x:65534:65534::/:", "postgres:x:101:104::/:"]));
        Assert.Equal(new("nobody", "65534"), ServerUser.FromPasswd(["root:x:0:0::/root:/bin/sh", "nobody:x:65534:65534::/:"]));
        Assert.Throws<InvalidOperationException>(() => ServerUser.FromPasswd(["root:x:0:0::/root:/bin/sh"]));
    }

    private void Write(params string[] lines) => File.WriteAllLines(PostmasterPid.PathIn(_data.Path), lines);
}

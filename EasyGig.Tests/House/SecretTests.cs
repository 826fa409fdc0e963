using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EasyGig.Tests.House;

/// <summary>What nobody may know lies in no file that git knows, or would know with the next commit: it comes from the environment.</summary>
public sealed class SecretTests
{
    /// <summary>In any file: keys, what issuers give a shape of its own, and a password in the way to a database. What begins with <c>$</c> or
    /// <c>{</c> stands for what the environment says.</summary>
    private static readonly Regex Anywhere = new(string.Join('|',
        "-----BEGIN [A-Z ]*PRIVATE KEY",
        @"\b(AKIA[0-9A-Z]{16}|AIza[\w-]{35}|gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{20}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|xox[abprs]-[0-9A-Za-z]|[sr]k_live_[0-9A-Za-z]|eyJ[\w-]{15,}\.eyJ)",
        @"\b(?i:Host|Server|Data Source)\s*=[^\n]*;\s*(?i:Password|Pwd)\s*=\s*[^\s;""'{$<]",
        @"\b(postgres(ql)?|mysql|mongodb(\+srv)?|rediss?|amqps?|smtps?)://[^\s/:@""'{$<]*:[^\s/@""'{$<]+@"));

    /// <summary>In a file of settings: something that is called a password, a secret or a token, and has a value.</summary>
    private static readonly Regex InSettings = new(@"^[^#\n]*(?i:password|passwd|secret|token|api_?key)[""']?(:|\s*=)\s*[""']?[^\s""'$<{(,-]", RegexOptions.Multiline);

    private static readonly Regex Settings = new(@"(\.(json|ya?ml|env|ini|conf|toml|properties|service|sh)|/?(Dockerfile|Caddyfile))$");

    private static readonly Regex Names = new(@"(^|/)(id_(rsa|ecdsa|ed25519)|\.env(\..+)?|\.pgpass|.+\.(pem|key|pfx|p12|jks|snk|kdbx))$");

    [Fact]
    public async Task No_secret_lies_in_the_repository()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Repository.Root, ".git")), "Without git nobody knows what is to be published.");
        var files = await KnownAsync();
        Assert.Contains("EasyGig.Tests/House/SecretTests.cs", files);
        var giving = files.Where(file => Gives(file, File.ReadAllText(Path.Combine(Repository.Root, file)))).ToList();
        Assert.Empty(giving);
    }

    /// <summary>Put together here, so that this file gives nothing away either.</summary>
    [Theory]
    [InlineData("deploy/server.pem", "")]
    [InlineData("web/.env", "")]
    [InlineData("docs/notes.md", "-----BEGIN EC " + "PRIVATE KEY-----")]
    [InlineData("EasyGig.Web/Mail/Key.cs", "\"ghp" + "_0123456789abcdefghijABCDEFGHIJ\"")]
    [InlineData("EasyGig.Web/Data/Db.cs", "\"Host=db;Username=easygig;" + "Password=v3ry-secret\"")]
    [InlineData("bench/run", "psql postgres" + "://easygig:v3ry-secret@db/easygig")]
    [InlineData("appsettings.json", "\"Password\"" + ": \"v3ry-secret\"")]
    [InlineData("deploy/easygig.service", "Environment=EasyGig__Mail__Password" + "=v3ry-secret")]
    [InlineData("compose.yaml", "  EASYGIG_TOKEN" + ": v3ry-secret")]
    public void A_secret_is_known_by_its_shape_or_its_name(string file, string text) => Assert.True(Gives(file, text));

    [Theory]
    [InlineData("compose.yaml", "  ConnectionStrings__EasyGig: Host=db;Username=easygig;Password=${EASYGIG_SITE_PASSWORD:-site}")]
    [InlineData("deploy/database.sh", "CREATE ROLE easygig_site LOGIN PASSWORD :'password';")]
    [InlineData("appsettings.json", "\"Password\": \"\"")]
    [InlineData("README.md", "| `EasyGig__Mail__Password` | with what |")]
    [InlineData("EasyGig.Tests/WebAddressTests.cs", "https://user:pass@example.org")]
    public void What_only_speaks_of_one_is_none(string file, string text) => Assert.False(Gives(file, text));

    private static bool Gives(string file, string text) => Names.IsMatch(file) || Anywhere.IsMatch(text) || (Settings.IsMatch(file) && InSettings.IsMatch(text));

    private static async Task<IReadOnlyList<string>> KnownAsync()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var names = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
        return [.. names.Split('\0').Where(name => File.Exists(Path.Combine(Repository.Root, name)))];
    }
}

using EasyGig.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EasyGig.Tests.Hosting;

public sealed class SiteAddressTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("easygig.example")]
    [InlineData("/somewhere")]
    [InlineData("ftp://easygig.example")]
    public void R1_outside_development_the_site_knows_its_address_or_does_not_start(string? given)
    {
        var e = Assert.Throws<InvalidOperationException>(() => Of(given, Environments.Production).Root);
        Assert.Contains("EasyGig__BaseUrl", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_a_site_without_its_address_does_not_start_where_others_see_it()
    {
        await using var site = app.WithWebHostBuilder(web => web.UseSetting("environment", Environments.Production));
        Assert.Contains("EasyGig__BaseUrl", Assert.Throws<InvalidOperationException>(site.CreateClient).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_begin_with_it() =>
        Assert.Equal("https://easygig.example/slots", Of("https://easygig.example", Environments.Production).To("/slots").AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Development_may_leave_it_out(string? given) => Assert.Equal("http://localhost:5080/", Of(given, Environments.Development).Root.AbsoluteUri);

    private static SiteAddress Of(string? given, string environment) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["EasyGig:BaseUrl"] = given }).Build(),
        new NoServer(), Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment }).Environment);

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => throw new NotSupportedException();
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public void Dispose() { }
    }
}

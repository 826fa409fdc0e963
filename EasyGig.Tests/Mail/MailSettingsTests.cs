using EasyGig.Web.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Mail;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Timeout", "00:00:30", true)]
    [InlineData("Timeout", "00:01:00", false)] // ten of them would outlast the lease, and another node send the last again
    [InlineData("Timeout", "00:00:00", false)]
    [InlineData("Poll", "00:00:00", false)]
    [InlineData("From", "nobody", false)]
    public void R38_settings_that_would_lose_or_repeat_mails_are_refused_at_the_start(string name, string value, bool good)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"EasyGig:Mail:{name}"] = value }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMail().BuildServiceProvider();
        var refused = Record.Exception(() => services.GetRequiredService<IOptions<MailSettings>>().Value);
        Assert.Equal(good, refused is null);
        Assert.True(refused is null or OptionsValidationException, $"{refused}");
    }
}

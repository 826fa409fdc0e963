using EasyGig.Domain;

namespace EasyGig.Tests;

public sealed class WebAddressTests
{
    [Fact]
    public void One_a_line_is_read() =>
        Assert.Equal(["https://example.org/1", "http://example.org/2"], WebAddress.Lines(" https://example.org/1\r\n\r\nhttp://example.org/2 ").Addresses);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/")]
    [InlineData("/relative")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("https://user:pass@example.org/")]
    public void What_is_none_is_named_by_its_line(string line) => Assert.Equal(2, WebAddress.Lines($"https://example.org/\n{line}").Wrong);

    [Fact]
    public void It_may_not_be_endless() => Assert.Equal(1, WebAddress.Lines($"https://example.org/{new string('a', 500)}").Wrong);
}

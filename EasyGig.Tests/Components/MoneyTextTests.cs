using Bunit;
using EasyGig.Domain;
using EasyGig.Web.Components;
using static EasyGig.Tests.Components.Parts;

namespace EasyGig.Tests.Components;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("en", "EUR", 1200, "€1,200")]
    [InlineData("it", "EUR", 1200, "1.200 €")]
    [InlineData("en", "EUR", 450.5, "€450.50")]
    [InlineData("en", "CHF", 300, "CHF 300")]
    [InlineData("en", "JPY", 20000, "¥20,000")]
    public void An_amount_is_written_as_its_reader_writes_it(string language, string currency, decimal amount, string words) =>
        Assert.Equal(words, Draw<MoneyText>(part => part.Add(m => m.Value, new Money(amount, currency)), language).Find(".money").TextContent.Replace('\u00a0', ' '));

    [Fact]
    public void A_range_of_one_amount_is_that_amount()
    {
        string Range(decimal to) => Draw<MoneyText>(part => part.Add(m => m.Value, new Money(300, "EUR")).Add(m => m.UpTo, new Money(to, "EUR"))).Find(".money").TextContent;

        Assert.Equal(("€300–€500", "€300"), (Range(500), Range(300)));
    }

    [Fact]
    public void A_column_keeps_its_decimals() =>
        Assert.Equal("€300.00", Draw<MoneyText>(part => part.Add(m => m.Value, new Money(300, "EUR")).Add(m => m.Exact, true)).Find(".money").TextContent);
}

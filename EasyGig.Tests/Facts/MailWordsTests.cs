using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using EasyGig.Domain;
using EasyGig.Web.Facts;
using EasyGig.Web.Localization;

namespace EasyGig.Tests.Facts;

public sealed class MailWordsTests
{
    public static TheoryData<string, string> EveryReader()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (fact, audiences) in WhoIsTold.Table)
            foreach (var audience in audiences)
                rows.Add(Word.Of(fact), Word.Of(audience));
        return rows;
    }

    [Theory]
    [MemberData(nameof(EveryReader))]
    public void R38_every_mail_that_is_told_has_its_words_in_both_languages(string fact, string audience)
    {
        string[] keys = [$"Mail.{fact}.{audience}.Subject", $"Mail.{fact}.{audience}.Body", $"Mail.Footer.{audience}", "Mail.Greeting", "Mail.Reason", "Mail.Open"];
        foreach (var key in keys)
            foreach (var words in (ResourceSet[])[In(""), In("it")])
            {
                var sentence = words.GetString(key);
                Assert.False(string.IsNullOrWhiteSpace(sentence), key);
                Assert.All(Regex.Matches(sentence, @"\{(\d+)").Select(hole => int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture)), hole => Assert.InRange(hole, 0, 8));
            }
    }

    private static ResourceSet In(string language) =>
        new ResourceManager(typeof(Text)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
}

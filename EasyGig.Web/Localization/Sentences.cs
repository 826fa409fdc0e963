using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>Every sentence of the site, one table for each language, laid out when the language is first spoken.
/// The framework's own localizer takes three locks for each word, which a page has hundreds of.</summary>
public sealed class Sentences : IStringLocalizer<Text>
{
    private readonly ResourceManager _resources = new(typeof(Text));
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, LocalizedString>> _languages = [];

    /// <summary>The sentence in the reader's language; a key that no language has stands for itself: it is English.</summary>
    public LocalizedString this[string name] => Spoken.TryGetValue(name, out var sentence) ? sentence : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var sentence = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, sentence.Value, arguments), sentence.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Spoken.Values;

    private FrozenDictionary<string, LocalizedString> Spoken => _languages.GetOrAdd(CultureInfo.CurrentUICulture, Read);

    private FrozenDictionary<string, LocalizedString> Read(CultureInfo language)
    {
        Dictionary<string, LocalizedString> sentences = [];
        foreach (var culture in From(language).Reverse())
            if (_resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } own)
                foreach (DictionaryEntry entry in own) sentences[(string)entry.Key] = new((string)entry.Key, (string)entry.Value!);
        return sentences.ToFrozenDictionary();
    }

    /// <summary>A language, what it is a variety of, and what all share.</summary>
    private static IEnumerable<CultureInfo> From(CultureInfo language) =>
        language.Equals(CultureInfo.InvariantCulture) ? [language] : From(language.Parent).Prepend(language);
}

using System.Globalization;

namespace EasyGig.Web.Localization;

/// <summary>Speaks another language for a while: mails are written in the reader's, not in the one of the page that causes them.</summary>
internal readonly ref struct Speaking
{
    private readonly CultureInfo _culture, _words;

    public Speaking(string language)
    {
        (_culture, _words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
}

using EasyGig.Domain;
using EasyGig.Web.Hosting.Metrics;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages;

internal static class RefusalExtensions
{
    /// <summary>The refusal's words; those that name a clash when it is known.</summary>
    public static string Say(this IStringLocalizer<Text> text, Refusal refusal)
    {
        object[] args = [.. refusal.Args];
        var named = args.Length > 0 ? text[$"{refusal.Rule}.named", args] : null;
        return named is { ResourceNotFound: false } ? named : text[refusal.Rule, args];
    }

    /// <summary>Where a refusal stands that only a fresh page can mend; the summary leads there.</summary>
    public const string Stale = "stale";

    /// <summary>Puts the refusal beside its field, or at the top when the form has no such field.</summary>
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, IStringLocalizer<Text> text)
    {
        Counts.Refused(refusal);
        var field = refusal.Field.Length > 0 ? state.Keys.FirstOrDefault(key => key.EndsWith($".{refusal.Field}", StringComparison.Ordinal)) : null;
        state.AddModelError(refusal == Refusal.Stale ? Stale : field ?? "", text.Say(refusal));
    }

    /// <summary>Puts it beside a field of that name, whatever the refusal's own is.</summary>
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, IStringLocalizer<Text> text, string field)
    {
        Counts.Refused(refusal);
        state.AddModelError(field, text.Say(refusal));
    }
}

using Microsoft.AspNetCore.Localization;

namespace EasyGig.Web.Localization;

/// <summary>What a browser remembers for whoever reads, with or without an account: the language, and the theme, which theme.js writes.</summary>
internal static class ReaderCookies
{
    extension(HttpRequest request)
    {
        public string LanguageCookie => request.Named("language");

        public string ThemeCookie => request.Named("theme");

        /// <summary>What was chosen, or <c>auto</c>.</summary>
        public string Theme => request.Cookies[request.ThemeCookie] is ("light" or "dark") and var chosen ? chosen : "auto";

        /// <summary>__Host- needs HTTPS, which Development does without.</summary>
        private string Named(string name) => request.IsHttps ? $"__Host-easygig-{name}" : $"easygig-{name}";
    }
}

internal sealed class LanguageFromCookie : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Cookies[httpContext.Request.LanguageCookie] is { Length: > 0 } language ? new ProviderCultureResult(language) : null);
}

using System.Security.Claims;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Diagnostics;

namespace EasyGig.Web.Hosting;

/// <summary>An answer without a body, and one that failed, get a page for people: <c>/error/{status}</c>, run in place under its own status.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode
                : Outage.Caused(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(OnlyRead);
    }

    /// <summary>An error page is read, whatever was sent: as a POST it would be refused a second time, for its token, its charset or its size.</summary>
    private static Task OnlyRead(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var failed = context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (failed || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) (request.Method, request.ContentType, request.ContentLength) = (HttpMethods.Get, null, null);
        if (failed)
        {
            string[] kept = [request.LanguageCookie, request.ThemeCookie]; // all that the page of a failure needs; signing in may be what failed
            request.Headers.Cookie = string.Join("; ", request.Cookies.Where(cookie => kept.Contains(cookie.Key)).Select(cookie => $"{cookie.Key}={Uri.EscapeDataString(cookie.Value)}"));
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        return next(context);
    }
}

using EasyGig.Web.Data;
using EasyGig.Web.Live;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EasyGig.Web.Identity;

internal static class IdentitySetup
{
    /// <summary>How long a browser that is to forget its person may be left alone before it has.</summary>
    private static readonly TimeSpan NotRemembered = TimeSpan.FromHours(12);

    /// <summary>Accounts: Identity over our database, sessions and sealing keys in it, cookies that only HTTPS carries outside Development.</summary>
    public static void AddAccounts(this IServiceCollection services, bool development)
    {
        services.AddIdentity<Person, IdentityRole<Guid>>(options =>
        {
            options.User = new() { RequireUniqueEmail = true, AllowedUserNameCharacters = "" }; // the name is the address: DeliverableAddress looks at it
            options.SignIn.RequireConfirmedEmail = true;
            options.Password = new() { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
        }).AddEntityFrameworkStores<EasyGigDb>().AddDefaultTokenProviders().AddPasswordValidator<CommonPasswords>().AddUserValidator<DeliverableAddress>();

        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.MaxValue); // SessionStore compares the stamp on every request
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<FreshSession>();
        services.AddScoped<AccountMail>();
        services.AddScoped<Registration>();
        services.AddSingleton<ITicketStore, SessionStore>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<ITicketStore>((cookie, store) =>
        {
            cookie.SessionStore = store;
            (cookie.LoginPath, cookie.LogoutPath) = ("/account/login", "/account/logout");
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden; // the error page is shown in place, under its own status
                return Task.CompletedTask;
            };
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromDays(14), true);
            cookie.Events.OnSigningIn = signingIn =>
            {
                if (!signingIn.Properties.IsPersistent) signingIn.Properties.ExpiresUtc = signingIn.Properties.IssuedUtc + NotRemembered;
                return Task.CompletedTask;
            };
            cookie.Events.OnCheckSlidingExpiration = sliding =>
            {
                if (sliding.Request.ReadsItself || sliding.Request.Path == LiveSetup.Address) sliding.ShouldRenew = false; // an open page keeps nobody signed in
                return Task.CompletedTask;
            };
            cookie.Cookie.Named("session", development);
        });

        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Named("notice", development));
        services.AddAntiforgery(options => options.Cookie.Named("antiforgery", development));
        services.AddDataProtection().SetApplicationName("EasyGig");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new DataProtectionKeys(scopes));
    }

    private static void Named(this CookieBuilder cookie, string name, bool development)
    {
        (cookie.HttpOnly, cookie.SameSite, cookie.Path) = (true, SameSiteMode.Lax, "/");
        // __Host- needs HTTPS, which Development does without.
        (cookie.Name, cookie.SecurePolicy) = development ? ($"easygig-{name}", CookieSecurePolicy.SameAsRequest) : ($"__Host-easygig-{name}", CookieSecurePolicy.Always);
    }
}

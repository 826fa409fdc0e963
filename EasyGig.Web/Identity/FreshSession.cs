using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Identity;

/// <summary>Begins sessions under keys of their own, whoever was signed in on that browser before.</summary>
public sealed class FreshSession(SignInManager<Person> sessions, IServiceScopeFactory scopes)
{
    /// <summary>Ends the browser's session, if it has one, and begins a new one.</summary>
    /// <remarks>The framework would write the new ticket into the old session: whoever had a copy of its key would be signed
    /// in as somebody else. The part of it that has read the key forgets it only with its scope.</remarks>
    public async Task BeginAsync(Person person, bool remember)
    {
        var context = sessions.Context;
        if (sessions.IsSignedIn(context.User)) await sessions.SignOutAsync();
        var services = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try { await sessions.SignInAsync(person, remember); }
        finally { context.RequestServices = services; }
    }
}

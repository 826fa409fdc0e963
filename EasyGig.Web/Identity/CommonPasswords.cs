using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Identity;

/// <summary>Refuses passwords that are guessed first: the well-known ones, and those made of the person's own name or address.</summary>
internal sealed class CommonPasswords : IPasswordValidator<Person>
{
    private static readonly string[] WellKnown =
        ["password", "passwort", "12345", "54321", "qwert", "asdfg", "zxcvb", "letmein", "iloveyou", "welcome", "admin", "abc123", "1q2w3e", "easygig", "juventus", "ciaociao", "amoremio"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var rest = (password ?? "").ToLowerInvariant();
        foreach (var word in WellKnown.Concat(Own(user))) rest = rest.Replace(word, "", StringComparison.Ordinal);
        // What remains when the easy parts are gone has to be worth guessing.
        return Task.FromResult(rest.Distinct().Count() >= 5 ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordTooCommon", Description = "PasswordTooCommon" }));
    }

    private static IEnumerable<string> Own(Person user) =>
        $"{user.Email} {user.Name}".ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 4);
}

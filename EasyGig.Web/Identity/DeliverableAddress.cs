using System.Net.Mail;
using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Identity;

/// <summary>Refuses addresses that no mail can be sent to; the framework asks only for one @.</summary>
internal sealed class DeliverableAddress(IdentityErrorDescriber errors) : IUserValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user) => Task.FromResult(
        MailAddress.TryCreate(user.Email, out var address) && address.Address == user.Email ? IdentityResult.Success
            : IdentityResult.Failed(errors.InvalidEmail(user.Email)));
}

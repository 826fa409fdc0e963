using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Pages.Dev;

/// <summary>The outbox is open to everybody in Development while nothing leaves it; otherwise there is no such page.</summary>
public sealed class OnlyWithoutMailServer(IWebHostEnvironment environment, IOptions<MailSettings> settings) : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!environment.IsDevelopment() || settings.Value.Sends) context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}

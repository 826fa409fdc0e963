using EasyGig.Domain.Files;
using Microsoft.AspNetCore.Mvc;

namespace EasyGig.Web.Files;

/// <summary>A page whose forms carry files. What is far too long for it is read to its end and thrown away, because a browser that is
/// cut off while it sends shows no answer; then the page says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadsAttribute() : RequestSizeLimitAttribute(Readable)
{
    /// <summary>What is kept of one form: a venue's eight photos, and the fields around them.</summary>
    public const long Largest = 8L * FileCheck.LargestPhoto + (2 << 20);

    /// <summary>What anybody chooses by mistake, such as a film.</summary>
    private const long Readable = 512L << 20;

    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<UploadsAttribute>() is null || !(context.Request.ContentLength > Largest) || context.User.Identity is not { IsAuthenticated: true })
        {
            await next(context);
            return;
        }
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}?tooMuch=true";
    }
}

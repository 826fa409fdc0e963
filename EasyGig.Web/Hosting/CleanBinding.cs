using Microsoft.AspNetCore.Mvc;

namespace EasyGig.Web.Hosting;

internal static class CleanBinding
{
    public static void BindCleanly(this MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new CleanText());
        options.ModelBinderProviders.Insert(1, new CleanFlag());
    }
}

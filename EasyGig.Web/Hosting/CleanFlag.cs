using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EasyGig.Web.Hosting;

/// <summary>Binds a tick: what is not "true" is not ticked. The framework remembers nonsense as it was typed, and then fails to draw
/// the box again.</summary>
internal sealed class CleanFlag : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(bool) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        var ticked = bool.TryParse(value.FirstValue, out var said) && said;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, ticked, ticked ? "true" : "false");
        bindingContext.Result = ModelBindingResult.Success(ticked);
        return Task.CompletedTask;
    }
}

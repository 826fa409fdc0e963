using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EasyGig.Web.Hosting;

/// <summary>Binds text as people mean it: trimmed, in composed form, without the characters that no keyboard types and no
/// table stores (NUL and its like). Passwords stay as they were typed.</summary>
internal sealed class CleanText : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.DataTypeName != "Password" && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = Clean(value.FirstValue ?? "");
        bindingContext.Result = ModelBindingResult.Success(text.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : text);
        return Task.CompletedTask;
    }

    public static string Clean(string text)
    {
        var runes = text.EnumerateRunes().Where(rune => rune.Value is '\n' or '\r' or '\t' || !Rune.IsControl(rune) && rune != Rune.ReplacementChar);
        return string.Concat(runes).Normalize().Trim();
    }
}

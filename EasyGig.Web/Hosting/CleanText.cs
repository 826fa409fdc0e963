using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EasyGig.Web.Hosting;

/// <summary>Binds text as people mean it: trimmed, in composed form, without the characters that no keyboard types and no
/// table stores (NUL, noncharacters and their like). Passwords stay as they were typed.</summary>
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

    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(IsText)).Normalize().Trim();

    private static bool IsText(Rune rune) => rune.Value is '\n' or '\r' or '\t'
        || !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !IsNoncharacter(rune.Value);

    /// <summary>Unicode keeps these for programs to use inside; there is no composed form of U+FFFE and U+FFFF.</summary>
    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}

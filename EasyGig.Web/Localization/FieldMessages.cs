using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Localization;

/// <summary>Gives every field's refusal its words in the reader's language, so that an input class only says <c>[Required]</c>.</summary>
public sealed class FieldMessages(IStringLocalizer<Text> text) : IPostConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => text["Something is missing here."]);
        messages.SetMissingBindRequiredValueAccessor(field => text["field.required", field]);
        messages.SetMissingKeyOrValueAccessor(() => text["Something is missing here."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Something is missing here."]);
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => text["field.invalid", field]);
        messages.SetUnknownValueIsInvalidAccessor(field => text["field.invalid", field]);
        messages.SetValueIsInvalidAccessor(_ => text["This value cannot be read."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["This value cannot be read."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["This value cannot be read."]);
        messages.SetValueMustBeANumberAccessor(field => text["field.number", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["This value cannot be read."]);
    }

    /// <summary>A message that was written on the attribute stays; the framework's own English one becomes a key of ours.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (!HasOwnMessage(attribute) && KeyOf(attribute) is { } key) attribute.ErrorMessage = key;
    }

    private static string? KeyOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "field.required",
        StringLengthAttribute { MinimumLength: > 0 } => "field.length.between",
        StringLengthAttribute or MaxLengthAttribute => "field.length.max",
        MinLengthAttribute => "field.length.min",
        RangeAttribute => "field.range",
        EmailAddressAttribute => "field.email",
        UrlAttribute => "field.url",
        PhoneAttribute => "field.phone",
        CompareAttribute => "field.compare",
        RegularExpressionAttribute => "field.invalid",
        _ => null,
    };

    private static bool HasOwnMessage(ValidationAttribute attribute) =>
        attribute.ErrorMessageResourceName is not null
        || (attribute.ErrorMessage is { } message && !Inborn.Contains(message));

    // these attributes are born with a message of the framework's
    private static readonly HashSet<string?> Inborn =
        [new EmailAddressAttribute().ErrorMessage, new UrlAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage];
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EasyGig.Web.Components;

/// <summary>Ties a field to its refusal for those who hear the page: <c>aria-invalid</c>, and the message's id in <c>aria-describedby</c>.</summary>
[HtmlTargetElement("input", Attributes = For)]
[HtmlTargetElement("select", Attributes = For)]
[HtmlTargetElement("textarea", Attributes = For)]
[HtmlTargetElement("span", Attributes = MessageFor)]
public sealed class InvalidFieldTagHelper : TagHelper
{
    private const string For = "asp-for", MessageFor = "asp-validation-for";

    [HtmlAttributeName(For)] public ModelExpression? Field { get; set; }
    [HtmlAttributeName(MessageFor)] public ModelExpression? Message { get; set; }
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Message is { } message) output.Attributes.SetAttribute("id", MessageId(message));
        if (Field is not { } field || ViewContext.ModelState.GetFieldValidationState(FullName(field)) != ModelValidationState.Invalid) return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        var hint = output.Attributes["aria-describedby"]?.Value.ToString();
        output.Attributes.SetAttribute("aria-describedby", $"{MessageId(field)} {hint}".TrimEnd());
    }

    private string MessageId(ModelExpression field) => TagBuilder.CreateSanitizedId(FullName(field), "_") + "-refused";

    private string FullName(ModelExpression field) => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
}

namespace EasyGig.Web.Localization;

/// <summary>Names the one set of resources: English sentences are their own keys; refusals, states and mails have symbolic keys.</summary>
public sealed class Text;

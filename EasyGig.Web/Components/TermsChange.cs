namespace EasyGig.Web.Components;

/// <summary>Something that terms say differently now, in the reader's words.</summary>
public sealed record TermsChange(string Name, string Before, string Now);
